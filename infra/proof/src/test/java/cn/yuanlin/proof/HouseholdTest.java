package cn.yuanlin.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People of one home, through the gateway: let in by a photo of their papers, and told of each other in WeChat and by text message. */
class HouseholdTest {
    private static final String LINYUAN = "/api/estates/linyuan";

    private final RunningPlatform platform = RunningPlatform.get();
    private final Caller gateway = platform.gateway();
    private final Caller wechat = new Caller(platform.parts().wechat().url());
    private final String committee = platform.committee("linyuan");

    @TempDir
    private Path folder;

    /** Somebody with the mini program. */
    private record Tenant(String phone, String person, String openid, String token) {}

    @Test
    void isLetInByAPhotoAndHearsOfWhoComesAfter() throws IOException {
        var home = gateway.get(LINYUAN + "/roll?limit=1", committee)
                .expecting(200)
                .json()
                .at("/items/0/unit");
        var first = signedIn("13900007101");
        var other = signedIn("13900007102");
        var request = asks(first, home);
        var photo = handsIn(first, request, largePhoto());
        assertThat(gateway.get(photo, committee).status()).isEqualTo(200);
        assertThat(gateway.get(photo, other.token()).status()).isEqualTo(404);
        isAccepted(request);

        put(
                first,
                "/me/message-settings",
                "{\"quietFrom\":\"00:00\",\"quietTo\":\"00:00\",\"channels\":[\"WECHAT\",\"SMS\"]}");
        wechat.post(
                        "/_simulator/people/" + first.person() + "/consents",
                        null,
                        "{\"template\":\"membership-joined\",\"times\":1}")
                .expecting(201);
        isAccepted(asks(other, home));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(played("/subscribe-messages?openid=" + first.openid())
                                .at("/items/0/data/thing2")
                                .asString(""))
                        .isEqualTo("租户"));
        assertThat(gateway.get(LINYUAN + "/me/messages", first.token())
                        .expecting(200)
                        .json()
                        .at("/items/0/title")
                        .asString())
                .isEqualTo("房屋有新成员");

        isAccepted(asks(signedIn("13900007103"), home));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(played("/sms?phone=" + first.phone())
                                .at("/items/0/text")
                                .asString(""))
                        .startsWith("【缘邻】房屋有新成员"));
        assertThat(played("/subscribe-messages?openid=" + first.openid())
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    private Tenant signedIn(String phone) {
        var joined = wechat.post("/_simulator/people", null, "{\"phone\":\"" + phone + "\"}")
                .expecting(201)
                .json();
        var person = joined.path("person").asString();
        var session = gateway.post(
                        "/api/identity/sessions/wechat",
                        null,
                        json(Map.of(
                                "loginCode", code(person, "login-codes"), "phoneCode", code(person, "phone-codes"))))
                .expecting(200);
        return new Tenant(
                phone,
                person,
                joined.path("openid").asString(),
                session.json().path("accessToken").asString());
    }

    private String code(String person, String kind) {
        return wechat.post("/_simulator/people/" + person + "/" + kind, null, "{}")
                .expecting(201)
                .json()
                .path("code")
                .asString();
    }

    private String asks(Tenant tenant, JsonNode home) {
        var claim = Map.of(
                "building", home.path("building").asString(),
                "entrance", home.path("entrance").asString(),
                "room", home.path("room").asString(),
                "name", "租客" + tenant.phone().substring(7),
                "relation", "TENANT");
        var asked = gateway.post(LINYUAN + "/bindings", tenant.token(), json(claim))
                .expecting(202)
                .json();
        assertThat(asked.path("state").asString()).isEqualTo("PENDING");
        return asked.path("binding").asString();
    }

    /** @return where the photo is from now on */
    private String handsIn(Tenant tenant, String request, Path photo) {
        var media = gateway.upload(LINYUAN + "/media", tenant.token(), photo)
                .expecting(201)
                .json()
                .path("id")
                .asString();
        gateway.post(LINYUAN + "/bindings/" + request + "/evidence", tenant.token(), "{\"media\":\"" + media + "\"}")
                .expecting(204);
        return LINYUAN + "/media/" + media;
    }

    private void isAccepted(String request) {
        gateway.post(
                        LINYUAN + "/binding-requests/" + request + "/decision",
                        committee,
                        "{\"accepted\":true,\"reason\":\"核对过租赁合同\"}")
                .expecting(200);
    }

    private void put(Tenant tenant, String path, String body) {
        gateway.call("PUT", LINYUAN + path, tenant.token(), body).expecting(204);
    }

    private JsonNode played(String path) {
        return wechat.get("/_simulator" + path, null).expecting(200).json();
    }

    /** More than the gateway takes of a form. */
    private Path largePhoto() throws IOException {
        var picture = new BufferedImage(2_000, 1_500, BufferedImage.TYPE_INT_RGB);
        var random = new Random(1);
        for (var y = 0; y < picture.getHeight(); y++)
            for (var x = 0; x < picture.getWidth(); x++) picture.setRGB(x, y, random.nextInt(1 << 24));
        var file = folder.resolve("lease.jpg");
        assertThat(ImageIO.write(picture, "jpeg", file.toFile())).isTrue();
        assertThat(Files.size(file)).isGreaterThan(1 << 20);
        return file;
    }

    private static String json(Map<String, ?> body) {
        return JsonMapper.shared().writeValueAsString(body);
    }
}
