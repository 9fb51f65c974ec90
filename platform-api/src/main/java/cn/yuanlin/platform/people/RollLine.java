package cn.yuanlin.platform.people;

import cn.yuanlin.platform.shared.Area;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One unit on the roll with those who hold it; decides whose voice the unit is. */
record RollLine(
        UUID unit, UnitNo no, Area area, UnitUse use, AreaSource areaSource, UnitState state, List<Holder> holders) {
    static final String DEVELOPER = "@DEVELOPER";

    /**
     * @param identity keyed hash of the person's document in hex: tells persons apart without naming them
     * @param representative who acts for the holder, or null
     */
    record Holder(
            UUID person,
            String identity,
            Share share,
            boolean nominated,
            @Nullable Acting representative) {
        String canonical() {
            return canonical(identity, share, nominated, representative == null ? null : representative.identity);
        }

        static String canonical(String identity, Share share, boolean nominated, @Nullable String representative) {
            var own = identity + ":" + share + (nominated ? "*" : "");
            return representative == null ? own : own + ">" + representative;
        }
    }

    /** Who acts for a holder; identity as a holder's. */
    record Acting(UUID person, String identity) {}

    /**
     * Units with the same key are one owner: all the developer's unsold and undelivered units, all units of one buyer,
     * all units of the same set of joint owners (SPC art. 9; {A} alone and {A,B} are different owners). Null for units
     * that don't count.
     */
    @Nullable
    String ownerKey() {
        if (!use.counts()) return null;
        if (state.isDevelopers()) return DEVELOPER;
        // A sold unit whose holder nobody knows yet is still an owner of its own.
        if (holders.isEmpty()) return "@" + unit;
        return holders.stream().map(holder -> holder.person.toString()).sorted().collect(Collectors.joining("+"));
    }

    /**
     * Who votes for the unit: its only holder, or the joint owner they named (Ningbo regulation art. 18 par. 1); null
     * if they named nobody, or if the developer votes.
     */
    @Nullable
    UUID voter() {
        if (ownerKey() == null || state.isDevelopers()) return null;
        if (holders.size() == 1) return holders.getFirst().person();
        return holders.stream()
                .filter(Holder::nominated)
                .map(Holder::person)
                .findFirst()
                .orElse(null);
    }

    /** Who acts for the one who votes: a company's authorised person or a guardian; null if the voter acts alone. */
    @Nullable
    UUID voterRepresentative() {
        var voter = voter();
        for (var holder : holders)
            if (holder.person.equals(voter) && holder.representative != null) return holder.representative.person;
        return null;
    }

    /** Whether it counts, is held jointly, and nobody was named to vote for it: a return for it can't be valid. */
    boolean lacksVoter() {
        return ownerKey() != null && !state.isDevelopers() && voter() == null;
    }

    /**
     * The unit as the fingerprint sees it: number, area in dm², use, source, state, then each holder by keyed hash with
     * share, {@code *} if nominated, and {@code >} with who acts for them, separated by tabs. The same content gives the same text, in whatever order it
     * was imported.
     */
    String canonical() {
        var fixed = String.join(
                "\t", no.dashed(), Long.toString(area.squareDecimetres()), use.name(), areaSource.name(), state.name());
        return holders.stream().map(Holder::canonical).sorted().reduce(fixed, (line, holder) -> line + "\t" + holder);
    }
}
