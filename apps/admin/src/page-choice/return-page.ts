/** Where Facebook sends the browser back. It holds nothing; its script hands on what stands in the address. */
export const RETURN_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>Madoguchi</title>
<script src="/api/v1/page-choices/return.js" defer></script>
</head>
<body>
<main role="status">
<p id="working"><span lang="en">Please wait.</span> <span lang="ja">お待ちください。</span> <span lang="ru">Подождите.</span></p>
<p id="done" hidden><span lang="en">You can close this window.</span> <span lang="ja">このウィンドウは閉じてかまいません。</span> <span lang="ru">Это окно можно закрыть.</span></p>
<p id="failed" hidden><span lang="en">It did not work. Close this window and begin the log-in anew.</span> <span lang="ja">ログインできませんでした。このウィンドウを閉じて、もう一度お試しください。</span> <span lang="ru">Не получилось. Закройте окно и начните вход заново.</span></p>
</main>
</body>
</html>
`;

/** Takes the code out of the address first, so that it stays in no history; then asks as the signed-in person, from our own page. */
export const RETURN_SCRIPT = `const query = new URLSearchParams(location.search);
history.replaceState(null, '', location.pathname);
const names = ['state', 'code', 'error', 'error_description'];
const body = Object.fromEntries(names.flatMap((name) => (query.has(name) ? [[name, query.get(name)]] : [])));
const tell = (id, message) => {
  document.getElementById('working').hidden = true;
  document.getElementById(id).hidden = false;
  new BroadcastChannel('madoguchi-page-choice').postMessage(message);
};
fetch('/api/v1/page-choices/log-in', {
  method: 'POST',
  headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
  body: JSON.stringify(body),
})
  .then(async (answer) => ({ ok: answer.ok, told: await answer.json() }))
  .then(({ ok, told }) => {
    tell(ok && told.status === 'offered' ? 'done' : 'failed', ok ? { id: told.id, status: told.status } : { problem: told.code });
    if (ok) close();
  })
  .catch(() => tell('failed', { problem: 'no-answer' }));
`;
