// Comforts of sign-in and exam; every page works without them.
'use strict';

// The screen shows the code of the moment, by the office's clock.
for (const screen of document.querySelectorAll('[data-sign-in-screen]')) {
  const ahead = Number(screen.dataset.now) - Date.now();
  const length = Number(screen.dataset.stepSeconds) * 1000;
  const show = () => {
    const now = Date.now() + ahead;
    const start = Math.floor(now / length) * length;
    const cell = document.querySelector(`[data-code-at="${start}"]`);
    screen.hidden = cell === null;
    if (cell) {
      screen.querySelector('[data-code]').textContent = cell.textContent;
      screen.querySelector('[data-left]').textContent = Math.ceil((start + length - now) / 1000);
    }
  };
  show();
  setInterval(show, 500);
}

// Without a network the form waits and goes off by itself, with the moment it was first sent. Online the moment is the server's, whatever this clock says.
for (const form of document.querySelectorAll('form[data-sign-in]')) {
  const moment = form.querySelector('[name="Form.TypedAtUtc"]');
  const waiting = form.querySelector('[data-waiting]');
  form.addEventListener('submit', event => {
    if (!navigator.onLine) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (waiting.hidden) {
        const now = new Date();
        const two = number => String(number).padStart(2, '0');
        moment.value = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())} ${two(now.getHours())}:${two(now.getMinutes())}`;
        window.addEventListener('online', () => form.requestSubmit(), { once: true });
      }
      waiting.hidden = false;
    }
  });
}

// A paper whose time is over hands itself in.
for (const form of document.querySelectorAll('form[data-seconds-left]')) {
  const left = form.querySelector('[data-left]');
  const end = Date.now() + Number(form.dataset.secondsLeft) * 1000;
  const tick = () => {
    const seconds = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    left.textContent = `${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒`;
    if (seconds === 0) {
      clearInterval(timer);
      form.requestSubmit();
    }
  };
  const timer = setInterval(tick, 1000);
  tick();
}
