package cn.yuanlin.admin.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.admin.support.AdminTest;
import cn.yuanlin.admin.support.Api.Answer;
import cn.yuanlin.admin.support.ApiDescription;
import cn.yuanlin.admin.support.ApiDescription.Endpoint;
import cn.yuanlin.admin.support.FullScene;
import cn.yuanlin.admin.support.FullScene.Full;
import cn.yuanlin.admin.support.SampleRequest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every endpoint of the API document with the ids of an area that is really there, called by staff of another area:
 * refused, or answered with nothing of that area in it.
 */
class AreaSweepTest extends AdminTest {
    private static final List<Integer> REFUSED = List.of(403, 404);

    @Autowired
    private ApiDescription description;

    @Autowired
    private FullScene scenes;

    @TestFactory
    Stream<DynamicTest> staffOfAnotherAreaLearnAndChangeNothing() {
        var here = scenes.full();
        var elsewhere = scenes.full().token();
        return closed().map(endpoint -> DynamicTest.dynamicTest(
                endpoint.toString(), () -> assertNothingOf(here, send(elsewhere, endpoint, here, ""))));
    }

    @TestFactory
    Stream<DynamicTest> staffOfAnotherAreaFindNothingByAskingForIt() {
        var here = scenes.full();
        var elsewhere = scenes.full().token();
        return closed().filter(endpoint -> endpoint.method().equals("GET"))
                .flatMap(endpoint -> Stream.of(
                                "office=" + here.street(),
                                "office=" + here.community(),
                                "estate=" + here.estate(),
                                "q=" + here.slug())
                        .map(query -> DynamicTest.dynamicTest(
                                endpoint + "?" + query,
                                () -> assertNothingOf(here, send(elsewhere, endpoint, here, query)))));
    }

    /** Without this, a sweep over paths that nobody can reach would pass too. */
    @TestFactory
    Stream<DynamicTest> staffOfTheAreaThemselvesAreLetIn() {
        var here = scenes.full();
        return closed().filter(endpoint -> endpoint.method().equals("GET"))
                .filter(endpoint -> endpoint.access().contains("OFFICE"))
                .filter(endpoint -> endpoint.path().matches(".*(offices|staff|estates|estate}|workbooks|run})"))
                .map(endpoint -> DynamicTest.dynamicTest(
                        endpoint.toString(),
                        () -> assertThat(send(here.token(), endpoint, here, "").status())
                                .isEqualTo(200)));
    }

    private void assertNothingOf(Full here, Answer answer) {
        if (REFUSED.contains(answer.status())
                || answer.status() == 400 && answer.text().contains("不在您的辖区内")) {
            return;
        }
        assertThat(answer.status()).as(answer.text()).isIn(200, 503);
        assertThat(answer.text())
                .doesNotContain(here.street().toString())
                .doesNotContain(here.community().toString())
                .doesNotContain(here.estate().toString())
                .doesNotContain(here.workbook().toString())
                .doesNotContain(here.run().toString())
                .doesNotContain(here.staff().toString())
                .doesNotContain(here.slug());
    }

    private Stream<Endpoint> closed() {
        return description.endpoints().stream().filter(endpoint -> !endpoint.isPublic());
    }

    private Answer send(String token, Endpoint endpoint, Full here, String query) {
        var sample = new SampleRequest(description.document(), here.names());
        var path = sample.path(endpoint);
        if (!query.isEmpty()) {
            path += (path.contains("?") ? "&" : "?") + query;
        }
        return api.as(token).send(endpoint.method(), path, sample.body(endpoint).orElse(null));
    }
}
