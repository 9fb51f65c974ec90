package cn.yuanlin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code infra/demo/residents.json}: people who come in by the resident app.
 *
 * @param privacyVersion of the notice they agree to
 * @param residents in the order in which they come: who invites stands before whom they invite
 */
record DemoResidents(String privacyVersion, List<Resident> residents) {
    /**
     * Somebody with a phone.
     *
     * @param name as on the roll
     * @param note who they are, for whoever wants to try it
     * @param owns homes they bind by name, phone and the last six of their id number
     * @param rents homes they are invited to
     * @param guestOf estates they join as a neighbour, by slug
     */
    record Resident(
            String phone,
            String name,
            String note,
            @Nullable List<Owned> owns,
            @Nullable List<Rented> rents,
            @Nullable List<String> guestOf) {}

    record Owned(String estate, String door, String idLastSix) {}

    /**
     * @param from the owner's phone
     * @param months how long the lease is, from today
     */
    record Rented(String estate, String door, String from, int months) {}

    static DemoResidents read(Path root) {
        return Http.JSON.readValue(text(root), DemoResidents.class);
    }

    /** All of it, by which a home knows whether they have come in already. */
    static String text(Path root) {
        try {
            return Files.readString(root.resolve("infra/demo/residents.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Lets all come in; who is there already stays what they are.
     *
     * @param provider of text messages
     */
    void comeIn(String gateway, String provider, LocalDate today) {
        var known = new HashMap<String, ResidentClient>();
        for (var resident : residents) {
            var client = ResidentClient.signIn(gateway, provider, resident.phone());
            known.put(resident.phone(), client);
            comeIn(resident, client, known, today);
        }
    }

    private void comeIn(Resident resident, ResidentClient client, Map<String, ResidentClient> known, LocalDate today) {
        for (var home : listOf(resident.owns())) {
            client.agree(home.estate(), privacyVersion);
            client.bind(home.estate(), home.door(), resident.name(), home.idLastSix());
        }
        for (var home : listOf(resident.rents())) {
            client.agree(home.estate(), privacyVersion);
            if (!client.livesAt(home.estate(), home.door())) {
                var owner = known.get(home.from());
                if (owner == null) {
                    throw new LocalException(resident.name() + " is invited by " + home.from() + ", who is not there");
                }
                var code = owner.inviteTenant(home.estate(), home.door(), today.plusMonths(home.months()));
                client.accept(home.estate(), code, resident.name());
            }
        }
        for (var estate : listOf(resident.guestOf())) {
            client.agree(estate, privacyVersion);
            client.joinAsGuest(estate);
        }
    }

    private static <T> List<T> listOf(@Nullable List<T> some) {
        return some == null ? List.of() : some;
    }
}
