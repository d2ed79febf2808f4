// <form data-again-in-ms="1000">: sends itself after that time, once per page. For
// answers that say «not yet»; the button inside works without this.

const form = document.querySelector("form[data-again-in-ms]");
setTimeout(() => form.submit(), Number(form.dataset.againInMs));
