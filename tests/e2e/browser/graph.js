// Asks the endpoint as a person would have done before opening the browser.
export const url = process.env.LAPAK_URL ?? 'http://127.0.0.1:4000';

export async function ask(query, variables = {}, token) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

export const password = 'correct horse battery';

/** Somebody with a new account: `{ email, token }`. */
export async function register(name) {
  const email = `${crypto.randomUUID()}@example.test`;
  const { register } = await ask(
    `mutation ($input: RegisterInput!) { register(input: $input) { tokens { accessToken } errors { code } } }`,
    { input: { email, password, name } },
  );
  return { email, token: register.tokens.accessToken };
}

/** A new shop with one product in stock: `{ email, token, product }`. */
export async function openShop(title, stock) {
  const person = await register('Bu Sari');
  const { becomeSeller } = await ask(
    `mutation ($input: BecomeSellerInput!) { becomeSeller(input: $input) { tokens { accessToken } errors { code } } }`,
    {
      input: {
        name: 'Toko Sari',
        currency: 'GBP',
        bankAccount: { bank: 'Bank of Tests', holder: 'Sari', number: '12345678' },
      },
    },
    person.token,
  );
  const token = becomeSeller.tokens.accessToken;
  const { createProduct } = await ask(
    `mutation ($input: CreateProductInput!) { createProduct(input: $input) { product { id } errors { code } } }`,
    { input: { sku: 'L-1', title, price: { amount: '2.55', currency: 'GBP' } } },
    token,
  );
  const { createWarehouse } = await ask(
    `mutation { createWarehouse(input: { name: "Main" }) { warehouse { id } errors { code } } }`,
    {},
    token,
  );
  await ask(
    `mutation ($input: SetStockInput!) { setStock(input: $input) { errors { code } } }`,
    {
      input: {
        productId: createProduct.product.id,
        warehouseId: createWarehouse.warehouse.id,
        onHand: stock,
        expectedOnHand: 0,
        idempotencyKey: crypto.randomUUID(),
      },
    },
    token,
  );
  return { email: person.email, token, product: createProduct.product.id };
}

/** Buys and answers the order: `{ id, number }`. */
export async function buy(buyer, product, quantity) {
  const { checkout } = await ask(
    `mutation ($input: CheckoutInput!) {
      checkout(input: $input) { purchase { orders { id number } } errors { code message } }
    }`,
    { input: { idempotencyKey: crypto.randomUUID(), lines: [{ productId: product, quantity }] } },
    buyer.token,
  );
  return checkout.purchase.orders[0];
}

/** Hands in a proof and approves it. */
export async function pay(buyer, seller, orderId) {
  const { requestProofUpload } = await ask(
    `mutation ($id: ID!) { requestProofUpload(input: { orderId: $id }) { upload { id url } errors { code } } }`,
    { id: orderId },
    buyer.token,
  );
  const { id, url: to } = requestProofUpload.upload;
  const sent = await fetch(new URL(to, url), { method: 'PUT', body: PICTURE });
  if (sent.status !== 201) throw new Error(`the upload was answered with ${sent.status}`);
  const { submitPaymentProof } = await ask(
    `mutation ($id: ID!, $upload: ID!) {
      submitPaymentProof(input: { orderId: $id, uploadIds: [$upload] }) { proof { id } errors { code } }
    }`,
    { id: orderId, upload: id },
    buyer.token,
  );
  await ask(
    `mutation ($id: ID!) { approvePayment(input: { proofId: $id }) { errors { code } } }`,
    { id: submitPaymentProof.proof.id },
    seller.token,
  );
}

// A real picture of 4 × 4 pixels.
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAAEElEQVR4nGPQiOqBIwbiOACwwxDhCM/bkQAAAABJRU5ErkJggg==',
  'base64',
);
