// A link such as /camunda/app/tasklist/default/#/?task=… loses what follows the # on the way through the login, unless
// the form's address carries it on.
for (const form of document.querySelectorAll("form[data-login]")) {
  form.addEventListener("submit", () => {
    if (location.hash.startsWith("#/")) {
      form.action += location.hash;
    }
  });
}
