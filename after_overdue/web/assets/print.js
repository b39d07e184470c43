// The button that prints the page; without a script the page says how.
const button = document.getElementById("print");
button.hidden = false;
button.addEventListener("click", () => window.print());
