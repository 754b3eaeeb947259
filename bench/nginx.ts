import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { freePort, type Served, untilItAnswers } from './site'

/** nginx (Debian), one worker, with a page as a file that was compressed before. */
export async function serveFile(page: Buffer, gzipped: Buffer): Promise<Served> {
  const folder = resolve('.cache/bench/nginx')
  mkdirSync(join(folder, 'html'), { recursive: true })
  writeFileSync(join(folder, 'html/index.html'), page)
  writeFileSync(join(folder, 'html/index.html.gz'), gzipped)
  const port = await freePort()
  return start(
    folder,
    port,
    `sendfile on; tcp_nopush on; keepalive_requests 1000000000; open_file_cache max=100;
     types { text/html html; } gzip_static on;
     server { listen 127.0.0.1:${port}; root ${folder}/html; }`,
  )
}

/** nginx in front of several of our servers, with connections to them that are used again. */
export async function serveProxy(ports: number[]): Promise<Served> {
  const port = await freePort()
  return start(
    resolve('.cache/bench/proxy'),
    port,
    // max_fails=0: one that is being restarted is asked again at the next request; the other answers meanwhile.
    `upstream site { ${ports.map((own) => `server 127.0.0.1:${own} max_fails=0;`).join(' ')} keepalive 32; }
     server {
       listen 127.0.0.1:${port};
       location / {
         proxy_pass http://site; proxy_http_version 1.1; proxy_next_upstream error timeout;
         proxy_set_header Connection ""; proxy_set_header Host $http_host;
         proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
       }
     }`,
  )
}

function start(folder: string, port: number, http: string): Promise<Served> {
  mkdirSync(folder, { recursive: true })
  const asRoot = process.getuid?.() === 0 ? 'user root;' : ''
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${asRoot} daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
     events { worker_connections 1024; }
     http {
       access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
       fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
       ${http}
     }`,
  )
  const child = spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-p', folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return untilItAnswers(child, `http://127.0.0.1:${port}/`, 'nginx (on Debian: apt-get install nginx-light)')
}
