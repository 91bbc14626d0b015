/* 画页面之前要知道的：适老版还是标准版，深色还是浅色，公示期过了没有。放在每页的 head 里，所以要短。 */
(function (root) {
  var until = document.querySelector("meta[name=until]"), day = until && until.getAttribute("content");
  if (day && day < new Date(Date.now() + 288e5).toISOString().slice(0, 10)) root.classList.add("is-over");
  var asked = /[?&]mode=(elder|standard)(&|$)/.exec(location.search), scheme;
  var mode = asked ? asked[1] : /\/elder\/(index\.html)?$/.test(location.pathname) ? "elder" : null;
  try {
    if (mode) localStorage.setItem("portal.mode", mode);
    mode = mode || localStorage.getItem("portal.mode");
    scheme = localStorage.getItem("portal.scheme");
  } catch (denied) { /* 浏览器不让存：只看网址 */ }
  root.classList.add("has-script");
  if (window.speechSynthesis && window.SpeechSynthesisUtterance) root.classList.add("has-speech");
  if (mode === "elder") root.classList.add("elder");
  if (scheme) root.setAttribute("data-scheme", scheme);
})(document.documentElement);
