package org.huiyin.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.huiyin.Browserless;
import org.huiyin.platform.postgres.Durability;
import org.huiyin.platform.postgres.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The product while its database is away, has been killed, or has no room left: said in plain words, and over with the cause. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DatabaseAwayTest {

    private static final String PASSWORD = "spring-water-runs-deep";

    private static EmbeddedPostgres server;
    private static Wire wire;
    private static ConfigurableApplicationContext application;
    private static int port;

    /** The way to the database, which can be cut. */
    private static final class Wire implements AutoCloseable {

        private final ServerSocket door;
        private final int target;
        private final Set<Socket> open = ConcurrentHashMap.newKeySet();
        private volatile boolean cut;

        Wire(int target) throws IOException {
            this.target = target;
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(this::accept);
        }

        private void accept() {
            while (!door.isClosed()) {
                try {
                    var here = door.accept();
                    if (cut) {
                        here.close();
                        continue;
                    }
                    var there = new Socket(InetAddress.getLoopbackAddress(), target);
                    open.add(here);
                    open.add(there);
                    Thread.ofVirtual().start(() -> carry(here, there));
                    Thread.ofVirtual().start(() -> carry(there, here));
                } catch (IOException closed) {
                    continue;
                }
            }
        }

        private void carry(Socket from, Socket to) {
            try (from; to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException over) {
                open.remove(from);
                open.remove(to);
            }
        }

        void cut(boolean now) throws IOException {
            cut = now;
            if (now) {
                for (var socket : open) {
                    socket.close();
                }
                open.clear();
            }
        }

        @Override
        public void close() throws IOException {
            door.close();
            cut(true);
        }
    }

    @BeforeAll
    static void start() throws IOException {
        var home = Path.of("target", "test-home", "away-" + ProcessHandle.current().pid()).toAbsolutePath();
        server = EmbeddedPostgres.start(home, Path.of("target", "postgres").toAbsolutePath(), Durability.FULL);
        var direct = server.jdbcUrl();
        int serverPort = Integer.parseInt(direct.replaceAll(".*:(\\d+)/.*", "$1"));
        wire = new Wire(serverPort);
        application = new SpringApplicationBuilder(FirstRunTest.Product.class).run(
                "--server.port=0", "--db-scheduler.enabled=false", "--huiyin.home=" + home.resolve("files"),
                "--spring.datasource.hikari.connection-timeout=1000",
                "--huiyin.database.url=" + direct.replace(":" + serverPort + "/", ":" + wire.door.getLocalPort() + "/"),
                "--huiyin.database.app-user=" + server.app().user(), "--huiyin.database.app-password=" + server.app().password(),
                "--huiyin.database.owner-user=" + server.owner().user(), "--huiyin.database.owner-password=" + server.owner().password());
        port = ((WebServerApplicationContext) application).getWebServer().getPort();
        application.getBean(Companies.class).found(
                new NewCompany("yuheng", "屿衡精密", "zh-CN", "P001", "管理员", "admin@yuheng", PASSWORD, Set.of("ADMIN"), false));
    }

    @AfterAll
    static void stop() throws IOException {
        application.close();
        wire.close();
        server.close();
    }

    private static Browserless signedIn() {
        var browser = new Browserless(port);
        assertThat(browser.signIn("admin@yuheng", PASSWORD)).doesNotStartWith("/login");
        return browser;
    }

    @Test
    @Order(1)
    void while_the_database_is_away_each_page_says_so_and_the_next_request_works() throws IOException {
        var browser = signedIn();
        assertThat(browser.get("/c/yuheng/settings/departments").statusCode()).isEqualTo(200);
        wire.cut(true);
        for (String path : new String[] {"/c/yuheng/settings/departments", "/c/yuheng", "/login"}) {
            var away = browser.get(path);
            assertThat(away.statusCode()).as(path).isIn(200, 503);
            if (!path.equals("/login")) {
                assertThat(away.statusCode()).as(path + " " + away.body()).isEqualTo(503);
                assertThat(away.body()).contains("数据库正在恢复", "之前存上的都在", "再试一次").doesNotContain("Exception");
                assertThat(away.headers().firstValue("Retry-After")).isPresent();
            }
        }
        var program = browser.get("/api/v1/me", "Authorization", "Bearer hy_some-token");
        assertThat(program.statusCode()).isEqualTo(503);
        assertThat(program.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(program.body()).contains("urn:huiyin:problem:away");
        wire.cut(false);
        awaitBack(browser);
    }

    /** The pool of connections tries again in growing steps; until then each page says 503 and nothing else. */
    private static void awaitBack(Browserless browser) {
        long end = System.nanoTime() + 30_000_000_000L;
        int status;
        do {
            status = browser.get("/c/yuheng/settings/departments").statusCode();
            assertThat(status).isIn(200, 503);
        } while (status != 200 && System.nanoTime() < end);
        assertThat(status).isEqualTo(200);
    }

    @Test
    @Order(2)
    void a_killed_server_is_back_and_what_was_acknowledged_is_there() throws Exception {
        var browser = signedIn();
        browser.get("/c/yuheng/settings/departments");
        assertThat(browser.post("/c/yuheng/settings/departments", Map.of("name", "仓库")).statusCode()).isIn(200, 302, 303);
        int serverPort = Integer.parseInt(server.jdbcUrl().replaceAll(".*:(\\d+)/.*", "$1"));
        var postmaster = ProcessHandle.current().children()
                .filter(child -> child.info().commandLine().orElse("").contains("port=" + serverPort)).findFirst();
        if (postmaster.isPresent()) {
            postmaster.get().destroyForcibly();
            awaitBack(browser);
        }
        var page = browser.get("/c/yuheng/settings/departments");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("仓库");
    }

    @Test
    @Order(3)
    void a_full_disk_is_said_and_nothing_half_done_stays() throws SQLException {
        owner("""
                create function public.no_room() returns trigger language plpgsql as
                'begin raise exception ''could not extend file: No space left on device'' using errcode = ''53100''; end';
                create trigger no_room before insert on organization.department for each row execute function public.no_room()""");
        var browser = signedIn();
        browser.get("/c/yuheng/settings/departments");
        var full = browser.post("/c/yuheng/settings/departments", Map.of("name", "装配车间"));
        assertThat(full.statusCode()).as(full.body()).isEqualTo(507);
        assertThat(full.body()).contains("磁盘满了", "这一步没有存上");
        owner("drop trigger no_room on organization.department; drop function public.no_room()");
        assertThat(browser.get("/c/yuheng/settings/departments").body()).doesNotContain("装配车间");
        assertThat(browser.post("/c/yuheng/settings/departments", Map.of("name", "装配车间")).statusCode()).isIn(200, 302, 303);
        assertThat(browser.get("/c/yuheng/settings/departments").body()).contains("装配车间");
    }

    private static void owner(String statements) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), server.owner().user(), server.owner().password());
                var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }
}
