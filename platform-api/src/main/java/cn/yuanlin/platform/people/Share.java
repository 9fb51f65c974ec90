package cn.yuanlin.platform.people;

import java.math.BigInteger;
import java.util.Collection;
import java.util.regex.Pattern;

/** A share of a unit as an exact fraction in lowest terms, greater than 0 and at most 1. */
public record Share(int numerator, int denominator) {
    /** Largest denominator. */
    public static final int FINEST = 1_000_000;

    public static final Share WHOLE = new Share(1, 1);

    private static final Pattern FRACTION = Pattern.compile("(\\d{1,7})[/／](\\d{1,7})");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})(?:\\.(\\d{1,4}))?[%％]");

    /** @throws IllegalArgumentException unless 0 &lt; numerator &lt;= denominator &lt;= {@link #FINEST} */
    public Share {
        if (numerator < 1 || numerator > denominator || denominator > FINEST)
            throw new IllegalArgumentException("a share is more than 0 and at most 1");
        int divisor = BigInteger.valueOf(numerator)
                .gcd(BigInteger.valueOf(denominator))
                .intValueExact();
        numerator = numerator / divisor;
        denominator = denominator / divisor;
    }

    /**
     * Reads {@code 1/3}, {@code 50%} or {@code 33.3333%}.
     *
     * @throws IllegalArgumentException if the text is neither, or outside the range
     */
    public static Share parse(String text) {
        var plain = text.strip();
        var fraction = FRACTION.matcher(plain);
        if (fraction.matches())
            return new Share(Integer.parseInt(fraction.group(1)), Integer.parseInt(fraction.group(2)));
        var percent = PERCENT.matcher(plain);
        if (!percent.matches()) throw new IllegalArgumentException("neither 1/2 nor 50%");
        var decimals = percent.group(2) == null ? "" : percent.group(2);
        int millionths = Integer.parseInt(percent.group(1) + decimals + "0".repeat(4 - decimals.length()));
        return new Share(millionths, FINEST);
    }

    /** Whether these shares of one unit together are more than the whole; exact for any denominators. */
    public static boolean exceedWhole(Collection<Share> shares) {
        return compareToWhole(shares) > 0;
    }

    /** Whether these shares of one unit together are the whole, no more and no less; exact for any denominators. */
    public static boolean areWhole(Collection<Share> shares) {
        return compareToWhole(shares) == 0;
    }

    private static int compareToWhole(Collection<Share> shares) {
        var numerator = BigInteger.ZERO;
        var denominator = BigInteger.ONE;
        for (var share : shares) {
            var next = BigInteger.valueOf(share.denominator);
            numerator = numerator
                    .multiply(next)
                    .add(BigInteger.valueOf(share.numerator).multiply(denominator));
            denominator = denominator.multiply(next);
        }
        return numerator.compareTo(denominator);
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
