import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';

/** Where the browser of a reader opens what is sent to it. */
export interface PushKeys {
  /** Its public key: a point of P-256, 65 bytes in base64url. */
  readonly p256dh: string;
  /** What it and its sender share: 16 bytes in base64url. */
  readonly auth: string;
}

/** Every message has one length: nobody between us and the browser learns anything by it. */
const PADDED_BYTES = 1_024;
const RECORD_BYTES = 4_096;
const CURVE = 'prime256v1';

/**
 * Encrypts a message so that only the browser reads it: the service that brings it does not.
 *
 * @param ours private key and salt, where a test knows them
 * @returns the body of the request, coded as `aes128gcm`
 * @throws Error for a public key that is no point of the curve
 * @source RFC 8291 section 3, RFC 8188 section 2
 */
export function encryptPush(
  text: Uint8Array,
  { p256dh, auth }: PushKeys,
  ours: { readonly privateKey?: Uint8Array; readonly salt?: Uint8Array; readonly paddedBytes?: number } = {},
): Uint8Array {
  const theirs = Buffer.from(p256dh, 'base64url');
  const exchange = createECDH(CURVE);
  if (ours.privateKey === undefined) exchange.generateKeys();
  else exchange.setPrivateKey(ours.privateKey);
  const own = exchange.getPublicKey();
  const salt = ours.salt ?? randomBytes(16);
  const secret = derive(
    exchange.computeSecret(theirs),
    Buffer.from(auth, 'base64url'),
    Buffer.concat([Buffer.from('WebPush: info\0'), theirs, own]),
    32,
  );
  const key = derive(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derive(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const padding = Buffer.alloc(Math.max(0, (ours.paddedBytes ?? PADDED_BYTES) - text.length));
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  const sealed = Buffer.concat([
    cipher.update(Buffer.concat([text, Buffer.of(2), padding])),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(RECORD_BYTES, 0);
  head.writeUInt8(own.length, 4);
  return new Uint8Array(Buffer.concat([salt, head, own, sealed]));
}

const derive = (secret: Uint8Array, salt: Uint8Array, info: Uint8Array, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, bytes));
