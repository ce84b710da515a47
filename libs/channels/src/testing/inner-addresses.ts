/** Addresses that lie inside: our own machine, its networks, a cloud's metadata, and what is reserved. As plain IPv4. */
const inner = [
  '127.0.0.1',
  '127.0.0.2',
  '127.255.255.254',
  '0.0.0.0',
  '10.0.0.1',
  '10.255.255.255',
  '100.64.0.1',
  '100.100.100.200',
  '169.254.169.254',
  '169.254.170.2',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '192.168.1.254',
] as const;

const bytesOf = (address: string): readonly number[] => address.split('.').map(Number);
const numberOf = (address: string): number => bytesOf(address).reduce((value, byte) => value * 256 + byte, 0);
const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
const groups = (address: string): string => hex(numberOf(address), 8).replace(/^(.{4})/, '$1:');

/** Every way in which a browser, a C library or a clever customer may write one IPv4 address. */
const spellings = (address: string): readonly string[] => {
  const bytes = bytesOf(address);
  const [a, b, c, d] = bytes as [number, number, number, number];
  const fullWidth = address.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
  return [
    address,
    `${address}.`,
    String(numberOf(address)),
    `0x${hex(numberOf(address), 8)}`,
    `0X${hex(numberOf(address), 8).toUpperCase()}`,
    `0${numberOf(address).toString(8)}`,
    bytes.map((byte) => `0x${hex(byte, 2)}`).join('.'),
    bytes.map((byte) => `0${byte.toString(8)}`).join('.'),
    bytes.map((byte) => `000${byte.toString(8)}`).join('.'),
    `${a}.${b * 65_536 + c * 256 + d}`,
    `${a}.${b}.${c * 256 + d}`,
    `0x${hex(a, 2)}.${b}.0${(c * 256 + d).toString(8)}`,
    fullWidth,
    address.replaceAll('.', '。'),
    address.replaceAll('.', '．'),
    address.replaceAll('.', '%2e'),
    `[::ffff:${address}]`,
    `[::ffff:${groups(address)}]`,
    `[0:0:0:0:0:ffff:${groups(address)}]`,
    `[::${address}]`,
    `[64:ff9b::${address}]`,
    `[64:ff9b::${groups(address)}]`,
    `[64:ff9b:1::${groups(address)}]`,
    `[2002:${groups(address)}::1]`,
    `[2001:0:${groups(address)}::1]`,
  ];
};

const innerSixes = [
  '[::1]',
  '[::]',
  '[0:0:0:0:0:0:0:1]',
  '[0000:0000:0000:0000:0000:0000:0000:0001]',
  '[fe80::1]',
  '[fe80::1%25lo]',
  '[febf::1]',
  '[fec0::1]',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[fd12:3456:789a::1]',
  '[ff02::1]',
  '[ff05::2]',
  '[2001:db8::1]',
  '[3fff::1]',
  '[100::1]',
  '[2001:10::1]',
  '[2001:20::1]',
  '[::ffff:0:127.0.0.1]',
  '[5f00::1]',
];

const reserved = ['192.0.2.1', '198.18.0.1', '198.51.100.7', '203.0.113.9', '224.0.0.1', '239.255.255.250', '240.0.0.1', '255.255.255.255'];

/** Hosts as they may stand in an address that came from outside; each of them means something inside. */
export const innerHosts: readonly string[] = [...inner.flatMap(spellings), ...innerSixes, ...reserved];

/** The same, as a resolver would tell them. */
export const innerAddresses: readonly string[] = [
  ...inner,
  ...reserved,
  ...innerSixes.filter((host) => !host.includes('%')).map((host) => host.slice(1, -1)),
  ...inner.map((address) => `::ffff:${address}`),
];
