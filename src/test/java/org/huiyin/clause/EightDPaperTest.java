package org.huiyin.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.clause.EightDStage.write;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.improvement.eightd.EightDDepth;
import org.huiyin.improvement.eightd.EightDId;
import org.huiyin.improvement.eightd.EightDStep;
import org.huiyin.improvement.eightd.EightDSteps;
import org.huiyin.improvement.eightd.EightDTemplates;
import org.huiyin.improvement.eightd.EightDs;
import org.huiyin.improvement.eightd.NewEightD;
import org.huiyin.improvement.eightd.TemplateKind;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.Procedures;
import org.huiyin.web.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The report on paper, in Word and in the customer's own form. */
@HuiyinTest
class EightDPaperTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired EightDs eightDs;
    @Autowired EightDSteps steps;
    @Autowired EightDTemplates templates;
    @Autowired Procedures procedures;

    private Cast.Troupe troupe;
    private Actor quality;
    private EightDId id;

    @BeforeEach
    void written() {
        clock.set("2026-03-16T09:00");
        troupe = cast.company("P001");
        quality = troupe.quality();
        troupe.run(() -> {
            id = eightDs.open(quality, new NewEightD(Set.of(), null, "旋钮支架卡扣断裂 {{number}} {{@/etc/passwd}}", EightDDepth.FULL, quality.id(), procedures.inForce().id(), "5.2.2.4"));
            write(steps, quality, id, EightDStep.D0, EightDStage.emergency());
            write(steps, quality, id, EightDStep.D1, EightDStage.team(troupe.as("PROCESS").id()));
            write(steps, quality, id, EightDStep.D2, EightDStage.problem());
            write(steps, quality, id, EightDStep.D3, EightDStage.containment());
            write(steps, quality, id, EightDStep.D4, EightDStage.causes());
            write(steps, quality, id, EightDStep.D5, EightDStage.measures(quality.id(), LocalDate.of(2026, 3, 25)));
            write(steps, quality, id, EightDStep.D7, EightDStage.prevention());
            write(steps, quality, id, EightDStep.D8, EightDStage.fields("thanks", "=1+1"));
        });
    }

    private static String pdfText(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String wordText(byte[] docx) {
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx)); var extractor = new XWPFWordExtractor(document)) {
            return extractor.getText();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] word(Consumer<XWPFDocument> content) {
        try (var document = new XWPFDocument(); var out = new ByteArrayOutputStream()) {
            content.accept(document);
            document.write(out);
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] sheet(Consumer<XSSFWorkbook> content) {
        try (var book = new XSSFWorkbook(); var out = new ByteArrayOutputStream()) {
            content.accept(book);
            book.write(out);
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    @Clause("001/5.2.2.4")
    void the_report_carries_form_number_revision_pages_tables_and_the_grid_of_causes() {
        troupe.run(() -> {
            var text = pdfText(eightDs.pdf(quality, id, Language.ZH_CN));
            assertThat(text).contains("QP-12-15", "A0", "BD-2026-0001", "旋钮支架卡扣断裂", "自家成品库", "1,150", "3,409", "已装车、市场", "根本原因", "WI-07", "第 1 页");
            assertThat(text).contains("OT 第 5 层", "NS 第 5 层", "试做 300 件");
            var english = pdfText(eightDs.pdf(quality, id, Language.EN));
            assertThat(english).contains("8D report", "Containment", "Own finished stock", "Why it was not found", "旋钮支架卡扣断裂");
            assertThat(pdfText(eightDs.pdf(quality, id, Language.ZH_TW))).contains("8D 報告", "圍堵", "自家成品倉");

        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_word_file_says_the_same_and_reads_no_text_as_a_placeholder(Language language) {
        troupe.run(() -> {
            var docx = eightDs.word(quality, id, language);
            var text = wordText(docx);
            assertThat(text).contains("BD-2026-0001", "旋钮支架卡扣断裂 {{number}} {{@/etc/passwd}}", "NT 第 5 层", "WI-07", "3447", "试做 300 件", "模具厂王工");
            assertThat(text.replace("旋钮支架卡扣断裂 {{number}} {{@/etc/passwd}}", "")).doesNotContain("{{").doesNotContain("root:");
        });
    }

    @Test
    @Clause("001/5.2.2.6")
    void a_customers_word_form_is_filled_row_by_row_and_keeps_its_layout() {
        troupe.run(() -> {
            var form = word(d -> {
                var torn = d.createParagraph();
                torn.createRun().setText("No. {{num");
                torn.createRun().setText("ber}}");
                var bold = d.createParagraph().createRun();
                bold.setBold(true);
                bold.setText("{{d2.problem}}");
                var table = d.createTable(3, 3);
                table.getRow(0).getCell(0).setText("Where");
                table.getRow(1).getCell(0).setText("{{places.place}}");
                table.getRow(1).getCell(1).setText("{{ places.quantity }}");
                table.getRow(1).getCell(2).setText("{{places.decision}}");
                table.getRow(2).getCell(0).setText("Σ {{d3.total}}");
            });
            var kept = templates.upload(troupe.qualityHead(), null, "customer form.docx", form);
            var filled = templates.fill(quality, eightDs.get(id), kept.id(), Language.EN);
            assertThat(filled.name()).isEqualTo("BD-2026-0001 customer form.docx");
            try (var document = new XWPFDocument(new ByteArrayInputStream(filled.content()))) {
                assertThat(document.getParagraphs().get(0).getText()).isEqualTo("No. BD-2026-0001");
                assertThat(document.getParagraphs().get(1).getRuns().getFirst().isBold()).isTrue();
                var rows = document.getTables().getFirst().getRows();
                assertThat(rows).hasSize(7);
                assertThat(rows.get(1).getCell(0).getText()).isEqualTo("Own finished stock");
                assertThat(rows.get(1).getCell(1).getText()).isEqualTo("1150");
                assertThat(rows.get(5).getCell(1).getText()).isEqualTo("0");
                assertThat(rows.get(6).getCell(0).getText()).isEqualTo("Σ 5677");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    @Test
    @Clause("001/5.2.2.6")
    void a_customers_excel_form_is_filled_with_figures_and_keeps_merged_cells_below() {
        troupe.run(() -> {
            var form = sheet(book -> {
                var sheet = book.createSheet("8D");
                sheet.createRow(0).createCell(0).setCellValue("Report {{number}} of {{company}}");
                var row = sheet.createRow(2);
                row.createCell(0).setCellValue("{{places.place}}");
                row.createCell(2).setCellValue("{{places.quantity}}");
                row.createCell(3).setCellValue("{{places.decision}} / {{places.sorted}}");
                sheet.addMergedRegion(new CellRangeAddress(2, 2, 0, 1));
                sheet.createRow(3).createCell(2).setCellFormula("SUM(C3:C3)");
                sheet.createRow(4).createCell(0).setCellValue("{{d7.lessons}}");
                sheet.createRow(6).createCell(0).setCellValue("{{d8.thanks}}");
                sheet.addMergedRegion(new CellRangeAddress(4, 5, 0, 3));
            });
            var kept = templates.upload(troupe.qualityHead(), null, "form.xlsx", form);
            var filled = templates.fill(quality, eightDs.get(id), kept.id(), Language.ZH_CN);
            try (var book = new XSSFWorkbook(new ByteArrayInputStream(filled.content()))) {
                var sheet = book.getSheetAt(0);
                assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).startsWith("Report BD-2026-0001 of 屿衡精密");
                assertThat(sheet.getRow(2).getCell(2).getNumericCellValue()).isEqualTo(1150);
                assertThat(sheet.getRow(6).getCell(0).getStringCellValue()).isEqualTo("已装车、市场");
                assertThat(sheet.getRow(6).getCell(2).getNumericCellValue()).isZero();
                assertThat(sheet.getRow(8).getCell(0).getStringCellValue()).isEqualTo("换参数要把旧程序一起删");
                assertThat(sheet.getRow(10).getCell(0).getCellType()).as("never a formula").isEqualTo(org.apache.poi.ss.usermodel.CellType.STRING);
                assertThat(sheet.getRow(10).getCell(0).getStringCellValue()).isEqualTo("=1+1");
                assertThat(sheet.getMergedRegions()).contains(new CellRangeAddress(6, 6, 0, 1), new CellRangeAddress(8, 9, 0, 3));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            assertThat(templates.original(quality, kept.id()).content()).isEqualTo(form);
        });
    }

    @Test
    void unknown_placeholders_are_listed_with_their_place_and_nothing_is_kept() {
        troupe.run(() -> {
            var bad = word(d -> {
                d.createParagraph().createRun().setText("{{nummer}} and {{@number}}");
                d.createParagraph().createRun().setText("{{places.place}}");
                var table = d.createTable(1, 2);
                table.getRow(0).getCell(0).setText("{{places.place}}");
                table.getRow(0).getCell(1).setText("{{measures.action}} {{open");
            });
            var faults = templates.check("form.docx", bad);
            assertThat(faults).extracting(Sentence::key).containsExactlyInAnyOrder("improvement.eightd.template.unknown", "improvement.eightd.template.unknown",
                    "improvement.eightd.template.noRow", "improvement.eightd.template.mixed", "improvement.eightd.template.torn");
            assertThat(faults.getFirst().args().toString()).contains("{{nummer}}");
            assertThatThrownBy(() -> templates.upload(troupe.qualityHead(), null, "form.docx", bad)).isInstanceOf(InvalidInput.class);
            assertThat(templates.list(quality)).isEmpty();
        });
    }

    @Test
    void what_is_no_template_is_refused_with_the_reason() {
        troupe.run(() -> {
            var head = troupe.qualityHead();
            var docx = word(d -> d.createParagraph().createRun().setText("{{number}}"));
            refused(head, "form.xlsx", docx, "otherName");
            refused(head, "form.pdf", "%PDF-1.7".getBytes(java.nio.charset.StandardCharsets.US_ASCII), "kind");
            refused(head, "form.docx", new byte[0], "empty");
            refused(head, "form.docx", new byte[6 * 1024 * 1024], "large");
            refused(head, "form.docx", java.util.Arrays.copyOf(docx, docx.length / 2), "broken", "kind");
            refused(head, "form.docm", zip("word/document.xml", "word/vbaProject.bin"), "macros");
            assertThatThrownBy(() -> templates.upload(quality, null, "form.docx", docx)).isInstanceOf(BrokenRule.class).hasMessage("web.refused.right");
        });
    }

    private void refused(Actor by, String name, byte[] content, String... reasons) {
        assertThatThrownBy(() -> templates.upload(by, null, name, content)).isInstanceOf(BrokenRule.class)
                .satisfies(e -> assertThat(List.of(reasons)).anySatisfy(r -> assertThat(e).hasMessage("improvement.eightd.template." + r)));
    }

    private static byte[] zip(String... entries) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(1);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @EnumSource(TemplateKind.class)
    void the_sample_that_is_handed_out_is_a_template_itself(TemplateKind kind) {
        troupe.run(() -> {
            var sample = templates.sample(kind, Language.ZH_CN);
            assertThat(templates.check(sample.name(), sample.content())).isEmpty();
            var kept = templates.upload(troupe.qualityHead(), null, sample.name(), sample.content());
            assertThat(templates.fill(quality, eightDs.get(id), kept.id(), Language.ZH_CN).content()).isNotEmpty();
        });
    }
}
