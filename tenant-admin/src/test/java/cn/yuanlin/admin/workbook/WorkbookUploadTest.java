package cn.yuanlin.admin.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yuanlin.admin.support.CellTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

class WorkbookUploadTest extends CellTest {
    private static final int MEGABYTE = 1024 * 1024;

    @Autowired
    private Environment environment;

    @Test
    void keepsHashCountsAndWhereTheErrorsAre() {
        var estate = verifiedEstate();

        var answer = upload(estate, "wrong".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(201);
        var workbook = answer.json();
        assertThat(workbook.path("sizeBytes").asLong()).isEqualTo(5);
        assertThat(workbook.path("sha256").asString()).hasSize(64);
        assertThat(workbook.path("report").path("errors").get(0).path("message").asString())
                .isEqualTo("业主!C17：手机号应为11位");
        assertThat(staff.get("/api/platform/estates/" + estate + "/workbooks")
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(staff.get("/api/platform/estates/" + estate + "/workbooks/"
                                + workbook.path("id").asString() + "/marked-copy")
                        .text())
                .isEqualTo("marked");
    }

    @Test
    void aNameThatStandsInTheFilesNameIsNotKept() {
        var estate = verifiedEstate();

        var answer = staff.sendBytes(
                "/api/platform/estates/" + estate + "/workbooks", "张三家.xlsx", "right".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.json().path("fileName").asString()).matches("工作簿-\\d{8}-\\d{4}\\.xlsx");
        assertThat(owner.sql("select row_to_json(w)::text from control.workbook w where estate_id = ?")
                        .param(estate)
                        .query(String.class)
                        .single())
                .doesNotContain("张三");
    }

    @Test
    void passesOnWhatTheCellOnlyWarnsOf() {
        var estate = verifiedEstate();

        var report =
                upload(estate, "odd".getBytes(StandardCharsets.UTF_8)).json().path("report");

        assertThat(report.path("importable").asBoolean()).isTrue();
        assertThat(report.path("warningCount").asInt()).isEqualTo(1);
        assertThat(report.path("warnings").get(0).path("message").asString()).startsWith("商品!F8");
    }

    @Test
    void takesTwentyMegabytesAndNotAByteMore() {
        var estate = verifiedEstate();

        assertThat(upload(estate, new byte[20 * MEGABYTE]).status()).isEqualTo(201);
        assertThat(upload(estate, new byte[20 * MEGABYTE + 1]).status()).isEqualTo(413);
    }

    @Test
    void stopsASenderWhoDoesNotSayHowMuchIsComing() throws IOException {
        var estate = verifiedEstate();

        assertThat(chunkedUpload(estate, 21 * MEGABYTE)).startsWith("HTTP/1.1 413");
        assertThat(staff.get("/api/platform/estates/" + estate + "/workbooks")
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void aFileThatArrivedGarbledIsRefused() {
        assertThat(upload(verifiedEstate(), "garbled".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(502);
    }

    @Test
    void onlyAVerifiedEstateTakesAWorkbook() {
        assertThat(upload(enteredEstate(), new byte[10]).status()).isEqualTo(409);
        assertThat(upload(activeEstate(), new byte[10]).status()).isEqualTo(409);
    }

    @Test
    void nothingIsLeftOfAWorkbookOnceTheEstateIsActive() {
        var estate = activeEstate();

        assertThat(staff.get("/api/platform/estates/" + estate + "/workbooks")
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(owner.sql("select state from control.workbook where estate_id = ?")
                        .param(estate)
                        .query(String.class)
                        .list())
                .containsExactly("DISCARDED");
    }

    @Test
    void aFullPlatformSaysSo() {
        var estate = verifiedEstate();
        owner.sql("update control.cell set draining = true").update();

        assertThat(upload(estate, new byte[10]).json().path("type").asString()).isEqualTo("/problems/no-cell-has-room");
    }

    @Test
    void theTemplateComesFromAnyCell() {
        owner.sql("update control.cell set health = case when code = ? then 'UP' else 'DOWN' end")
                .param(cellCode)
                .update();

        assertThat(staff.get("/api/platform/workbook-template").text()).isEqualTo("template");
    }

    @Test
    void hashesWhatPassesAndEndsAtTheLimit() throws IOException {
        var whole = new BoundedDigest(new ByteArrayInputStream("abc".getBytes(StandardCharsets.US_ASCII)), 3);
        whole.transferTo(OutputStream.nullOutputStream());
        assertThat(whole.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

        InputStream over = new BoundedDigest(new ByteArrayInputStream(new byte[4]), 3);
        assertThatThrownBy(() -> over.transferTo(OutputStream.nullOutputStream()))
                .isInstanceOf(IOException.class);
    }

    /** @return the status line; no client library sends on when it could have heard "stop" */
    private String chunkedUpload(UUID estate, int bytes) throws IOException {
        var address =
                URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port", Integer.class));
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var out = socket.getOutputStream();
            out.write("""
                    POST /api/platform/estates/%s/workbooks HTTP/1.1\r
                    Host: test\r
                    Authorization: Bearer %s\r
                    Content-Type: application/octet-stream\r
                    Transfer-Encoding: chunked\r
                    Connection: close\r
                    \r
                    """.formatted(estate, scene.staffOf(community)).getBytes(StandardCharsets.US_ASCII));
            var piece = new byte[MEGABYTE];
            try {
                for (var sent = 0; sent < bytes; sent += piece.length) {
                    out.write((Integer.toHexString(piece.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    out.write(piece);
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
            } catch (IOException heardEnough) {
                return new String(socket.getInputStream().readNBytes(20), StandardCharsets.US_ASCII);
            }
            return new String(socket.getInputStream().readNBytes(20), StandardCharsets.US_ASCII);
        }
    }
}
