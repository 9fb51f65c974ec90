package cn.yuanlin.local;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** One resident with a phone, doing at the public API what the resident app does for them. */
final class ResidentClient {
    private static final Pattern CODE = Pattern.compile("\\d{6}");
    private static final Pattern DOOR = Pattern.compile("(.+幢)(?:(\\d+)单元)?(\\d+)室");
    /** A cell hears of a new membership some moments later. */
    private static final Duration OPENING = Duration.ofMinutes(1);

    private final String gateway;
    private String refreshToken;
    private OfficeClient api;

    private ResidentClient(String gateway, JsonNode session) {
        this.gateway = gateway;
        this.refreshToken = session.path("refreshToken").asString();
        this.api = with(session);
    }

    private OfficeClient with(JsonNode session) {
        var token = session.path("accessToken").asString();
        return new OfficeClient(gateway + "/api/estates", () -> token);
    }

    /**
     * Signs in by text message.
     *
     * @param provider of text messages, as played here
     */
    static ResidentClient signIn(String gateway, String provider, String phone) {
        var door = identity(gateway);
        door.post("/sms-codes", Map.of("phone", phone));
        var text = Http.json(Http.send(Http.request(provider + "/_simulator/sms?phone=" + phone)))
                .path("items")
                .path(0)
                .path("text")
                .asString("");
        var code = CODE.matcher(text);
        if (!code.find()) {
            throw new LocalException("No code came for the demo's resident, but: " + text);
        }
        // As the mini program does, which is given the refresh token itself; a browser gets it as a cookie.
        return new ResidentClient(
                gateway,
                door.post("/sessions/sms", Map.of("phone", phone, "code", code.group(), "client", "MINI_PROGRAM")));
    }

    private static OfficeClient identity(String gateway) {
        return new OfficeClient(gateway + "/api/identity", () -> "");
    }

    /** The token names the estates one belongs to: who has joined one since needs another to act as its member. */
    private void renew() {
        var session = identity(gateway).post("/sessions/refresh", Map.of("refreshToken", refreshToken));
        refreshToken = session.path("refreshToken").asString();
        api = with(session);
    }

    void agree(String estate, String privacyVersion) {
        api.put("/" + estate + "/me/consents/PRIVACY", Map.of("version", privacyVersion));
    }

    /** @throws LocalException if the roll does not know them there */
    void bind(String estate, String door, String name, String idLastSix) {
        var parts = DOOR.matcher(door);
        if (!parts.matches()) {
            throw new LocalException("Not a door: " + door);
        }
        var claim = new LinkedHashMap<String, String>();
        claim.put("building", parts.group(1));
        claim.put("entrance", parts.group(2));
        claim.put("room", parts.group(3));
        claim.put("name", name);
        claim.put("idLastSix", idLastSix);
        claim.put("relation", "OWNER");
        var state = api.post("/" + estate + "/bindings", claim).path("state").asString();
        if (!state.equals("VERIFIED")) {
            throw new LocalException(name + " was not bound to " + door + ": " + state);
        }
    }

    boolean livesAt(String estate, String door) {
        return tie(estate, door).isPresent();
    }

    private Optional<JsonNode> tie(String estate, String door) {
        return api.find(
                "/" + estate + "/me/bindings",
                tie -> tie.path("door").asString("").equals(door)
                        && tie.path("state").asString().equals("VERIFIED"));
    }

    /** @return the code of the invitation */
    String inviteTenant(String estate, String door, LocalDate until) {
        var unit = tie(estate, door)
                .orElseThrow(() -> new LocalException("Nobody there owns " + door))
                .path("unit")
                .asString();
        renew();
        var path = "/" + estate + "/me/units/" + unit + "/invitations";
        var terms = Map.of("relation", "TENANT", "until", until.toString());
        var code = new String[1];
        Waiting.until(OPENING, path, () -> {
            try {
                code[0] = api.post(path, terms).path("code").asString();
                return true;
            } catch (RefusedException e) {
                if (e.status() != 403) {
                    throw e;
                }
                return false;
            }
        });
        return code[0];
    }

    void accept(String estate, String code, String name) {
        api.post("/" + estate + "/invitations/" + code + "/acceptance", Map.of("name", name));
    }

    void joinAsGuest(String estate) {
        api.post("/" + estate + "/guests", Map.of());
    }
}
