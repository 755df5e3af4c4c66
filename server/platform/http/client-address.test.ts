import { describe, expect, it } from 'vitest';
import { trustProxies } from './client-address.ts';

describe('trustProxies', () => {
  it('believes no header when no proxy is trusted', () => {
    expect(trustProxies([])('203.0.113.9', '1.2.3.4')).toBe('203.0.113.9');
  });

  it('takes the address that the trusted proxy saw, not what the client wrote before it', () => {
    const read = trustProxies(['loopback']);
    expect(read('127.0.0.1', '6.6.6.6, 203.0.113.9')).toBe('203.0.113.9');
    expect(read('::1', '203.0.113.9')).toBe('203.0.113.9');
  });

  it('walks through a chain of trusted networks', () => {
    const read = trustProxies(['10.0.0.0/8', '2001:db8::/32']);
    expect(read('10.0.0.1', '198.51.100.7, 2001:db8::5, 10.9.9.9')).toBe('198.51.100.7');
  });

  it('reads an IPv4 address that came in an IPv6 socket', () => {
    expect(trustProxies(['loopback'])('::ffff:127.0.0.1', '::ffff:1.2.3.4')).toBe('1.2.3.4');
  });

  it('does not take the word of a caller that it is this machine', () => {
    expect(trustProxies(['loopback'])('127.0.0.1', '127.0.0.1')).toBeNull();
    expect(trustProxies(['loopback', '10.0.0.0/8'])('10.0.0.1', '::1, 10.0.0.2')).toBeNull();
  });

  it('says nothing rather than something forged', () => {
    expect(trustProxies(['loopback'])('127.0.0.1', 'unknown')).toBeNull();
    expect(trustProxies(['loopback'])(undefined, undefined)).toBeNull();
  });
});
