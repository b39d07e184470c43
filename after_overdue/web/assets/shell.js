// The server is where the page came from: no looking for it under the page's own path.
window.__streamlit = { BACKEND_BASE_URL: `${location.origin}/`, MAIN_PAGE_BASE_URL: `${location.origin}/` };

// What the reader chose on an earlier visit; a frame in a sandbox may not ask.
try {
  const theme = localStorage.getItem(`stActiveTheme-${location.pathname}-v2`) ?? '"System"';
  document.documentElement.classList.toggle("chosen-theme", theme !== '"System"');
  const width = Number(localStorage.getItem("sidebarWidth"));
  if (width) document.documentElement.style.setProperty("--menu-width", `${width}px`);
} catch (error) {
  console.debug(error);
}
