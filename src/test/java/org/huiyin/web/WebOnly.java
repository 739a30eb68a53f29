package org.huiyin.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * The module web alone, without database and sign-in: for its tests and for looking at /design.
 * Not a configuration by annotation, so that the whole application never picks it up in its own tests.
 */
@EnableAutoConfiguration(excludeName = {
    "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
    "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
    "org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration",
    "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
    "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
    "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
    "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
    "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration"})
@ComponentScan(basePackageClasses = Page.class,
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = {".*Test(\\$.*)?", "org\\.huiyin\\.web\\.security\\..*"}))
class WebOnly {

    static final Instant MAY = Instant.parse("2026-05-06T01:12:00Z");

    public static void main(String[] args) {
        SpringApplication.run(WebOnly.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.fixed(MAY, ZoneId.of("Asia/Shanghai"));
    }

    @Bean
    SignedIn signedIn() {
        return new SignedIn() {
            @Override
            public Optional<Person> person() {
                PersonId id = new PersonId(new UUID(0, 1));
                return Optional.of(new Person(new Actor(id, "林晓棠", Set.of()), "业务部", Optional.empty()));
            }

            @Override
            public Optional<Company> company() {
                return Optional.of(new Company("yuheng", "屿衡精密", ZoneId.of("Asia/Shanghai"), Optional.empty()));
            }
        };
    }

    @Bean
    ProcedureLine procedureLine() {
        return () -> Optional.of(new ProcedureLine.Line(new Sentence("web.verbatim", "YH-QP-12 · B/2"),
                new Sentence("web.verbatim", "v3"), "procedure", java.util.Set.of("5.4.2.1", "5.2.2.1", "5.2.2.2", "5.2.2.3", "5.2.2.6"), matter -> ""));
    }

    @Bean
    Bell bell() {
        return new Bell() {
            @Override
            public int unread(SignedIn.Person person) {
                return 3;
            }

            @Override
            public String path() {
                return "notices";
            }
        };
    }

    @Bean
    MenuEntry words() {
        return MenuEntry.of(MenuEntry.Group.INTAKE, 1, "ear", "web.design.empty.do", "words/new");
    }

    @Bean
    MenuEntry home() {
        return MenuEntry.of(MenuEntry.Group.HOME, 1, "home", "web.group.home", "");
    }

    @Bean
    MenuEntry listen() {
        return late(MenuEntry.Group.LISTEN, "inbox", "inbox");
    }

    @Bean
    MenuEntry ask() {
        return late(MenuEntry.Group.ASK, "send", "rounds");
    }

    private static MenuEntry late(MenuEntry.Group group, String icon, String path) {
        return new MenuEntry() {
            @Override
            public Group group() {
                return group;
            }

            @Override
            public int order() {
                return 1;
            }

            @Override
            public String icon() {
                return icon;
            }

            @Override
            public String label() {
                return "web.design.table";
            }

            @Override
            public String path() {
                return path;
            }

            @Override
            public Optional<Badge> badge(SignedIn.Person person) {
                return Badge.late(2);
            }
        };
    }
}
