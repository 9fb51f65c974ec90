package cn.yuanlin.platform.workbook.check;

import cn.yuanlin.platform.people.Share;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact sum of shares. */
record ShareSum(BigInteger numerator, BigInteger denominator) {
    static final ShareSum NOTHING = new ShareSum(BigInteger.ZERO, BigInteger.ONE);

    ShareSum plus(Share share) {
        var next = BigInteger.valueOf(share.denominator());
        var sum = numerator
                .multiply(next)
                .add(BigInteger.valueOf(share.numerator()).multiply(denominator));
        // Almost all sums keep one small denominator; reducing keeps them small.
        var product = denominator.multiply(next);
        var divisor = sum.gcd(product);
        return new ShareSum(sum.divide(divisor), product.divide(divisor));
    }

    /** Below 0: less than the whole; 0: the whole; above 0: more. */
    int comparedToWhole() {
        return numerator.compareTo(denominator);
    }

    /** A fraction such as {@code 3/4}, or about how much where the fraction says nothing to a reader. */
    @Override
    public String toString() {
        if (denominator.equals(BigInteger.ONE)) return numerator.toString();
        if (denominator.bitLength() <= 10) return numerator + "/" + denominator;
        return "约" + new BigDecimal(numerator).divide(new BigDecimal(denominator), 6, RoundingMode.HALF_UP);
    }
}
