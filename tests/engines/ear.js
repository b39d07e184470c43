// The first script of a page: it keeps what goes wrong in the others, and what did not load.
window.complaints = [];
{
  const keep = (said) => window.complaints.push(String(said));
  const { error } = console;
  const failed = ({ message, error: thrown, target }) =>
    keep(message ? `${message} ${thrown?.stack}` : `${target.src ?? target.href} did not load`);
  addEventListener("error", failed, true);
  addEventListener("unhandledrejection", ({ reason }) => keep(reason?.stack ?? reason));
  addEventListener("securitypolicyviolation", ({ blockedURI, violatedDirective, sourceFile }) =>
    keep(`${sourceFile}: ${violatedDirective} forbids ${blockedURI}`),
  );
  console.error = (...said) => {
    keep(said.map((each) => each?.stack ?? each).join(" "));
    error.apply(console, said);
  };
}
