package org.huiyin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.Huiyin;
import org.huiyin.kernel.Actor;
import org.huiyin.organization.Accounts;
import org.huiyin.organization.ApiTokens;
import org.huiyin.organization.Companies;
import org.huiyin.organization.NewCompany;
import org.huiyin.organization.People;
import org.huiyin.platform.CompanyScope;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Huiyin itself, which founds the company of the measurements through its faces when there is none. */
final class Founding {

    static final String SLUG = "bench";
    static final String LOGIN = "bench@example.com";
    static final String PASSWORD = "echo-of-the-valley";
    /** The file in the data folder that holds the key for programs. */
    static final String KEY = "bench.key";

    private Founding() {}

    public static void main(String[] args) throws IOException {
        var context = SpringApplication.run(Huiyin.class);
        if (context.getBean(Companies.class).none()) {
            var key = found(context);
            Files.writeString(Path.of(System.getenv("HUIYIN_HOME"), KEY), key);
        }
    }

    /** Starts it from the classes at hand and waits until the company is there. */
    static House start(Path home) throws IOException {
        Files.createDirectories(home);
        var house = again(home);
        for (int i = 0; i < 600 && house.alive() && !Files.exists(home.resolve(KEY)); i++) {
            House.pause(100);
        }
        if (!Files.exists(home.resolve(KEY))) {
            house.close();
            throw new IllegalStateException("no company was founded; see " + home + ".log");
        }
        return house;
    }

    /** Starts it in a folder where the company is. */
    static House again(Path home) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return House.start(home, List.of(java, "-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Founding.class.getName()), Map.of());
    }

    private static String found(ConfigurableApplicationContext context) {
        var roles = Set.of("ADMIN", "SALES_HEAD", "SALES_CLERK", "QUALITY_HEAD");
        var company = context.getBean(Companies.class)
                .found(new NewCompany(SLUG, "屿衡精密", "zh-CN", "P001", "韩立群", LOGIN, PASSWORD, roles, false));
        var accounts = context.getBean(Accounts.class);
        return CompanyScope.get(company.id(), () -> {
            var account = accounts.find(LOGIN).orElseThrow();
            var person = accounts.personIn(account.id(), company.id()).orElseThrow();
            Actor actor = context.getBean(People.class).actor(person).orElseThrow();
            return context.getBean(ApiTokens.class).make(actor, "bench", actor.rights(), null).secret();
        });
    }
}
