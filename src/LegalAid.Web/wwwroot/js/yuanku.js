// Three comforts; every page works without them.
'use strict';

// The print button of a document.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

// A list that changed under the reader's hands is announced.
document.addEventListener('htmx:after:swap', () => {
  const changed = document.querySelector('[data-announce]');
  const announcer = document.getElementById('announcer');
  if (changed && announcer) {
    announcer.textContent = changed.dataset.announce;
  }
});

// A form that is on its way says so; the server tells a second sending apart by its key.
document.addEventListener('submit', event => {
  const form = event.target;
  if (form.method === 'post' && !event.defaultPrevented && !form.matches('.export, .paper-download, [data-download]')) {     // a download leaves the page as it is
    form.classList.add('is-sending');
  }
});
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form.is-sending')) {
    form.classList.remove('is-sending');
  }
});
