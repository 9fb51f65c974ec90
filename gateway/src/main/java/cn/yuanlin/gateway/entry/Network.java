package cn.yuanlin.gateway.entry;

import java.net.InetAddress;

/** An address range in CIDR form, e.g. {@code 10.0.0.0/8}, {@code fd00::/8} or a single address. */
record Network(byte[] prefix, int bits) {

    /** @throws IllegalArgumentException if the text is neither an address nor a range */
    static Network parse(String text) {
        int slash = text.indexOf('/');
        var prefix = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash))
                .getAddress();
        int bits = slash < 0 ? prefix.length * 8 : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > prefix.length * 8) {
            throw new IllegalArgumentException("No such network: " + text);
        }
        return new Network(prefix, bits);
    }

    boolean contains(InetAddress address) {
        var bytes = address.getAddress();
        if (bytes.length != prefix.length) {
            return false;
        }
        for (int at = 0; at < bits; at++) {
            int mask = 0x80 >> (at % 8);
            if ((bytes[at / 8] & mask) != (prefix[at / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
