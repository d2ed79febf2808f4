"""The `latih112` command: one name for everything, each part loaded when it is called.

The engines (`play`, `read`, `grade`, `scenarios`) run without Flask or a database; so
nothing but click is imported here.
"""

from importlib import import_module

import click

# Command and where it stands; one line each in the help, without loading it.
COMMANDS: dict[str, tuple[str, str]] = {
    "serve": ("web.commands.serve:serve", "jalankan aplikasi web"),
    "play": ("simulator.commands:play", "satu panggilan tanpa peramban"),
    "read": (
        "simulator.understanding.commands:read",
        "baca ucapan menjadi tindak tutur",
    ),
    "grade": ("scoring.commands:grade", "nilai sebuah rekaman panggilan"),
    "scenarios": ("scenarios.commands:scenarios", "pustaka skenario"),
    "db": ("web.commands.database:db", "susunan basis data"),
    "users": ("web.commands.users:users", "akun"),
    "purge": (
        "web.commands.purge:purge",
        "hapus ucapan dan suara yang lama",
    ),
}


class Commands(click.Group):
    """The commands by name; a module is imported when its command runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        with formatter.section("Perintah"):
            formatter.write_dl([(name, help_) for name, (_, help_) in COMMANDS.items()])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="latih112", message="latih112 %(version)s")
def main() -> None:
    """Latih 112: latihan menjawab panggilan darurat 112."""
