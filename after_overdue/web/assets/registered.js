// Tells the course platform that the registration is done, so that it closes this page.
(window.opener ?? window.parent).postMessage({ subject: "org.imsglobal.lti.close" }, "*");
