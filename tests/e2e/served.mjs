// Who may talk to the served app: the browser that was given the address, and nobody else on this computer.
import { request } from 'node:http';
import { assert, journey } from './harness/journey.mjs';

function ask(address, headers = {}) {
  return new Promise((done, fail) => {
    const asked = request(address, { headers }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (piece) => { body += piece; });
      answer.on('end', () => done({ status: answer.statusCode, cookies: answer.headers['set-cookie'] ?? [], body }));
    });
    asked.on('error', fail);
    // A connection that was let through would stay open.
    asked.on('upgrade', (answer, socket) => { socket.destroy(); done({ status: answer.statusCode, cookies: [], body: '' }); });
    asked.end();
  });
}

const refused = ({ status }) => status >= 400 && status < 500;
const cookie = ({ cookies }) => cookies.map((one) => one.split(';')[0]).join('; ');
const upgrade = {
  connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
};

journey('without the token nobody gets in', async (t) => {
  for (const path of ['', '?token=guess', '?key=', '?key=guess', 'ws']) {
    const answer = await ask(t.app.base + path, path === 'ws' ? upgrade : {});
    assert(refused(answer), `/${path} answers ${answer.status}`);
    assert(answer.cookies.length === 0, `/${path} hands out a cookie`);
  }
});

journey('a token opens once', async (t) => {
  const first = await ask(t.app.address);
  assert(first.status < 400 && first.cookies.length > 0, `the first time it answers ${first.status}`);
  assert(first.cookies.every((one) => /httponly/i.test(one) && /samesite=strict/i.test(one)), `its cookie is ${first.cookies}`);
  assert(refused(await ask(t.app.address)), 'the same token opens twice');
  const again = await ask(t.app.base, { cookie: cookie(first) });
  assert(again.status === 200, `with the cookie it answers ${again.status}`);
});

journey('another page in the same browser gets nothing', async (t) => {
  const cookies = cookie(await ask(t.app.address));
  const { host } = new URL(t.app.base);
  const evil = await ask(t.app.base, { cookie: cookies, host: 'evil.example' });
  assert(refused(evil), `another host's name is answered with ${evil.status}`);
  const socket = `${t.app.base}ws`;
  for (const origin of ['http://evil.example', 'null', `http://localhost:${host.split(':')[1]}1`]) {
    const answer = await ask(socket, { ...upgrade, cookie: cookies, origin });
    assert(refused(answer), `a page of ${origin} is answered with ${answer.status}`);
  }
  const own = await ask(socket, { ...upgrade, cookie: cookies, origin: `http://${host}` });
  assert(own.status === 101, `its own page is answered with ${own.status}`);
});
