import { BlockList, isIP } from 'node:net'

// What the registries of special-purpose addresses keep from the open internet (IANA; RFC 6890, RFC 6598, RFC 5737).
const NOT_PUBLIC_V4 = [
  ['0.0.0.0', 8], // "this network": connects to this machine
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // behind a carrier's translator, and some clouds' metadata
  ['127.0.0.0', 8],
  ['169.254.0.0', 16], // link-local, and most clouds' metadata
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, and broadcast
] as const

/** Within what is given out as public, these stand for something else: an IPv4 address inside, or a text in a book. */
const NOT_PUBLIC_V6 = [
  ['2001::', 23], // Teredo, ORCHID and other protocols
  ['2001:db8::', 32],
  ['2002::', 16], // 6to4
  ['3fff::', 20],
] as const

const notPublic = new BlockList()
for (const [network, bits] of NOT_PUBLIC_V4) notPublic.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of NOT_PUBLIC_V6) notPublic.addSubnet(network, bits, 'ipv6')

/**
 * All that is given out of IPv6. What lies outside is refused without being named: loopback, private, link-local, multicast,
 * an IPv4 address in one of its disguises (::ffff:…, ::…), translators (64:ff9b::).
 */
const givenOut = new BlockList()
givenOut.addSubnet('2000::', 3, 'ipv6')

/** True for an IP address of the open internet, written as a resolver or the URL parser write it. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !notPublic.check(address, 'ipv4')
    case 6:
      // A zone names an interface of this machine.
      return !address.includes('%') && givenOut.check(address, 'ipv6') && !notPublic.check(address, 'ipv6')
    default:
      return false
  }
}

/** Where the web is served; at other ports something else listens, which an HTTP request might command. */
const WEB_PORTS = new Set([80, 443, 8080, 8443])

export const isPublicEndpoint = (address: string, port: number): boolean =>
  isPublicAddress(address) && WEB_PORTS.has(port)
