package org.huiyin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The walls of the house; each rule has a counter-example that proves it can fail. */
class ArchitectureTest {

    private static final JavaClasses PRODUCT =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.huiyin");

    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .that().resideOutsideOfPackage("org.huiyin.platform.postgres..").and().doNotHaveSimpleName("Ids")
            .should().callMethod(Instant.class, "now")
            .orShould().callMethod(LocalDate.class, "now")
            .orShould().callMethod(LocalDateTime.class, "now")
            .orShould().callMethod(ZonedDateTime.class, "now")
            .orShould().callMethod(System.class, "currentTimeMillis")
            .because("tests set the clock and companies have zones");

    static final ArchRule KERNEL_IS_PLAIN = noClasses()
            .that().resideInAPackage("org.huiyin.kernel..")
            .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..",
                    "org.springframework.context..", "org.springframework.stereotype..")
            .because("kernel holds values only");

    static final ArchRule STORES_ARE_INSIDE = classes()
            .that().haveSimpleNameEndingWith("Store")
            .should().notBePublic()
            .because("SQL stays inside its module");

    static final ArchRule SHEETS_ARE_WRITTEN_IN_ONE_PLACE = noClasses()
            .that().resideOutsideOfPackages("org.huiyin.sheets..", "org.huiyin.improvement.eightd")
            .should().dependOnClassesThat().resideInAnyPackage("org.dhatim.fastexcel..", "org.apache.poi..")
            .because("only there every cell is kept from becoming a formula; 8Ds fill customers' forms, whose cells stay text (EightDPaperTest)");

    static final ArchRule NO_EMPTY_NAMES = noClasses()
            .should().haveSimpleNameEndingWith("Impl")
            .orShould().haveSimpleNameEndingWith("Manager").andShould().resideOutsideOfPackage("org.huiyin.platform")
            .orShould().haveSimpleNameEndingWith("Util")
            .orShould().haveSimpleNameEndingWith("Utils")
            .orShould().haveSimpleNameEndingWith("Helper");

    @Test
    void modules_call_only_what_they_say() {
        // The generated templates stand above all modules; LiteralsTest and the compiler watch them.
        ApplicationModules.of(Huiyin.class, JavaClass.Predicates.resideInAPackage("org.huiyin.page..")).verify();
    }

    @Test
    void time_comes_from_the_clock() {
        TIME_COMES_FROM_THE_CLOCK.check(PRODUCT);
        assertFails(TIME_COMES_FROM_THE_CLOCK, LooksAtTheWall.class);
    }

    @Test
    void the_kernel_is_plain() {
        KERNEL_IS_PLAIN.check(PRODUCT);
    }

    @Test
    void stores_are_inside_their_module() {
        STORES_ARE_INSIDE.allowEmptyShould(true).check(PRODUCT);
        assertFails(STORES_ARE_INSIDE, OpenStore.class);
    }

    @Test
    void sheets_are_written_in_one_place() {
        SHEETS_ARE_WRITTEN_IN_ONE_PLACE.check(PRODUCT);
        assertFails(SHEETS_ARE_WRITTEN_IN_ONE_PLACE, OwnSheet.class);
    }

    @Test
    void names_say_something() {
        NO_EMPTY_NAMES.check(PRODUCT);
        assertFails(NO_EMPTY_NAMES, NamingUtil.class);
    }

    @Test
    void migrations_are_listed_for_every_module_that_has_them() throws Exception {
        var folders = java.util.Arrays.stream(new java.io.File("src/main/resources/db/migration").listFiles())
                .map(java.io.File::getName)
                .toList();
        var listed = java.nio.file.Files.readString(
                java.nio.file.Path.of("src/main/java/org/huiyin/platform/PlatformConfiguration.java"));
        assertThat(folders).allSatisfy(folder -> assertThat(listed).contains("\"" + folder + "\""));
    }

    private static void assertFails(ArchRule rule, Class<?> counterExample) {
        var classes = new ClassFileImporter().importClasses(counterExample);
        assertThatThrownBy(() -> rule.check(classes)).isInstanceOf(AssertionError.class);
    }

    static final class LooksAtTheWall {
        Instant look() {
            return Instant.now();
        }
    }

    public static final class OpenStore {}

    static final class OwnSheet {
        org.dhatim.fastexcel.Workbook book() {
            return new org.dhatim.fastexcel.Workbook(java.io.OutputStream.nullOutputStream(), "x", "1.0");
        }
    }

    static final class NamingUtil {}
}
