package cn.yuanlin.platform.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a resident's id number: eighteen places with the day of birth, check digit by ISO 7064 MOD 11-2 (GB 11643). */
final class ResidentId {
    private static final Pattern FORM = Pattern.compile("[1-9]\\d{16}[\\dX]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final int FULL_AGE = 18;

    private ResidentId() {}

    /** Empty if the number can't be one. */
    static Optional<LocalDate> birth(String number) {
        if (!FORM.matcher(number).matches()) return Optional.empty();
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) sum += (number.charAt(i) - '0') * WEIGHTS[i];
        if (CHECKS.charAt(sum % CHECKS.length()) != number.charAt(WEIGHTS.length)) return Optional.empty();
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(number.substring(6, 10)),
                    Integer.parseInt(number.substring(10, 12)),
                    Integer.parseInt(number.substring(12, 14))));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** Whether somebody born on the day is under age (Civil Code art. 17), and so has a guardian act for them. */
    static boolean isMinor(LocalDate birth, LocalDate on) {
        return on.isBefore(birth.plusYears(FULL_AGE));
    }
}
