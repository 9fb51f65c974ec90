package cn.yuanlin.platform.shared;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** Renminbi in whole fen. Negative means owed. In JSON a plain number of fen. */
public record Money(@JsonValue long fen) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    /** @throws ArithmeticException if the amount has parts of a fen or leaves the range of a long */
    public static Money ofYuan(BigDecimal yuan) {
        return new Money(yuan.movePointRight(2).longValueExact());
    }

    /** @throws ArithmeticException if the sum leaves the range of a long */
    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    /** @throws ArithmeticException if the difference leaves the range of a long */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    /** @throws ArithmeticException if the product leaves the range of a long */
    public Money times(long count) {
        return new Money(Math.multiplyExact(fen, count));
    }

    /** @throws ArithmeticException for the smallest long, which has no opposite */
    public Money negated() {
        return new Money(Math.negateExact(fen));
    }

    public BigDecimal yuan() {
        return BigDecimal.valueOf(fen, 2);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    /** In yuan with two decimals, such as {@code ¥0.90}. */
    @Override
    public String toString() {
        return (fen < 0 ? "-¥" : "¥") + yuan().abs().toPlainString();
    }
}
