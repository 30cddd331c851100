// Approve on one page, and the other page turns PAID by itself. Needs a running system (LAPAK_URL) and a Chromium.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { buy, openShop, PICTURE, password, pay, register, url } from './graph.js';

const shots = process.env.LAPAK_SHOTS;
let browser;
const complaints = [];

before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? findChromium(),
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  if (shots) mkdirSync(shots, { recursive: true });
});

after(() => browser?.close());

test('a seller rejects and approves on the dashboard, and the buyer sees it without reloading', async () => {
  const seller = await openShop('Paper lantern', 10);
  const buyer = await register('Budi');
  const shop = await open(seller, '/dashboard', { width: 1440, height: 900 });
  await shop.getByText(/live/i).first().waitFor();

  const order = await buy(buyer, seller.product, 3);
  await shop.getByText(order.number).first().waitFor();
  const mine = await open(buyer, `/orders/${order.id}`, { width: 375, height: 812 });
  await status(mine, 'PENDING_PAYMENT');
  await mine.getByText('12345678').waitFor();

  await handIn(mine);
  await status(mine, 'PAYMENT_REVIEW');
  await shop.getByText(order.number).first().click();
  await status(shop, 'PAYMENT_REVIEW');
  await shop.locator('.proof img').first().waitFor();
  await shoot(shop, 'dashboard');
  await shoot(mine, 'order-under-review');

  await shop.getByRole('button', { name: 'Reject…' }).click();
  await shop.getByLabel(/Why/).fill('The amount cannot be read.');
  await shop.getByRole('button', { name: 'Reject payment' }).click();
  await mine.getByText('The amount cannot be read.').first().waitFor();
  await status(mine, 'PENDING_PAYMENT');

  await handIn(mine);
  await status(mine, 'PAYMENT_REVIEW');
  await shop.getByRole('button', { name: 'Approve payment' }).click();
  await status(mine, 'PAID');
  await status(shop, 'PAID');
  await shoot(shop, 'dashboard-paid');
  await shoot(mine, 'order-paid');
  assert.deepEqual(complaints, []);
});

test('a seller confirms, ships and delivers from the queue, and reads the sales', async () => {
  const seller = await openShop('Kite', 10);
  const buyer = await register('Ayu');
  const order = await buy(buyer, seller.product, 2);
  await pay(buyer, seller, order.id);

  const shop = await open(seller, '/dashboard?view=confirm', { width: 1440, height: 900 });
  await shop.getByText(order.number).first().click();
  await status(shop, 'PAID');
  await shoot(shop, 'queue');
  await shop.getByRole('button', { name: 'Confirm order' }).click();
  await status(shop, 'PROCESSING');
  await shop.getByText('Nothing paid waits to be confirmed.').waitFor();
  await shop.getByLabel('Carrier').fill('JNE');
  await shop.getByLabel('Tracking number').fill('JNE-0815');
  await shop.getByRole('button', { name: 'Mark as shipped' }).click();
  await status(shop, 'SHIPPED');
  await shop.getByRole('button', { name: 'Mark as delivered' }).click();
  await status(shop, 'DELIVERED');
  const timeline = shop.getByRole('region', { name: 'Timeline' });
  await timeline.getByText('JNE-0815').waitFor();
  for (const step of ['Order placed', 'Payment approved', 'Order confirmed', 'Goods shipped', 'Goods delivered']) {
    await timeline.getByText(step).waitFor();
  }
  await shoot(shop, 'delivered');

  await shop.getByRole('link', { name: 'Sales' }).click();
  await shop.getByRole('img', { name: /Sales by day in GBP, £5.10/ }).waitFor();
  await shop.getByText('2 sold in 1 order').waitFor();
  await shoot(shop, 'sales');
  const phone = await open(seller, '/sales?span=day', { width: 375, height: 812 });
  await phone.getByRole('img', { name: /Sales by hour in GBP/ }).waitFor();
  await shoot(phone, 'sales-phone');
  assert.deepEqual(complaints, []);
});

test('GraphiQL loads without a network beyond the door and runs a query', async () => {
  const page = await newPage({ width: 1440, height: 900 });
  const elsewhere = [];
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).host !== new URL(url).host) {
      elsewhere.push(request.url());
    }
  });
  const query = encodeURIComponent('{ products(first: 1) { edges { node { title } } } }');
  await page.goto(`${url}/graphiql?query=${query}`);
  // Its button does nothing before the editor has the query.
  await page.locator('.graphiql-query-editor .view-line').filter({ hasText: 'products' }).waitFor();
  const answer = page.waitForResponse((response) => response.request().postData()?.includes('products(first: 1)'));
  await page.locator('.graphiql-execute-button').click();
  assert.equal((await (await answer).json()).data.products.edges.length, 1);
  await page.locator('.graphiql-response .view-line').nth(2).waitFor();
  await shoot(page, 'graphiql');
  assert.deepEqual(elsewhere, []);
  assert.deepEqual(complaints, []);
});

async function open(person, path, viewport) {
  const page = await newPage(viewport);
  await page.goto(url + path);
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
  return page;
}

async function newPage(viewport) {
  const context = await browser.newContext({ viewport });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  return page;
}

async function handIn(page) {
  await page.locator('input[type=file]').setInputFiles({ name: 'receipt.png', mimeType: 'image/png', buffer: PICTURE });
  await page.getByRole('button', { name: 'Hand in proof' }).click();
}

/** Waits until the order that the page shows has that status. */
function status(page, name) {
  return page.locator(`article [data-status=${name}]`).first().waitFor();
}

async function shoot(page, name) {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` });
}

function findChromium() {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim();
    } catch {
      // The next one.
    }
  }
  throw new Error('no Chromium found: install one, or name it in CHROMIUM');
}
