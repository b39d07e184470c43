// Asks for the page again wherever the page's own script cannot run, as a page without scripts does; for the oldest browsers.
(function () {
  var page = document.getElementById("class");
  var link = document.getElementById("refresh");
  var seconds = page && Number(page.getAttribute("data-refresh"));
  var touched = false;
  if (!page) return;
  document.oninput = document.onchange = function () {
    touched = true;
  };
  setInterval(function () {
    if (page.getAttribute("data-runs")) return;
    if (link) link.hidden = false;
    if (!touched) location.href = "." + page.getAttribute("data-query");
  }, seconds * 1000);
})();
