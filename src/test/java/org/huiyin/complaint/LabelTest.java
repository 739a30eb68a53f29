package org.huiyin.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What labels say, as they are met on boxes and parts. */
class LabelTest {

    private static final String GS = "\u001d";
    private static final String RS = "\u001e";

    static Stream<Arguments> labels() {
        return Stream.of(
                // GS1: marked, bracketed, bare, with weights, dates and the customer's part between
                said("]C1010690123456789210LOT-77" + GS + "3748", "06901234567892", "LOT-77", "", "48"),
                said("]d2240KB-2071" + GS + "10260312A" + GS + "21000123" + GS + "3036", "KB-2071", "260312A", "000123", "36"),
                said(GS + "0106901234567892112604021726050610AB1" + GS + "21S9", "06901234567892", "AB1", "S9", ""),
                said("(01)06901234567892(10)260421B(21)0007(37)120", "06901234567892", "260421B", "0007", "120"),
                said("(240)FP-330 (10) 260421B (30) 5", "FP-330", "260421B", "", "5"),
                said("（241）8D0 615 301（10）2605（37）12", "8D0 615 301", "2605", "", "12"),
                said("0106901234567892112604023102001250" + "10B7", "06901234567892", "B7", "", ""),
                said("]Q301069012345678921010ABC" + GS + "211X", "06901234567892", "10ABC", "1X", ""),
                said("10AB7" + GS + "21XY9" + GS + "3012", "", "AB7", "XY9", "12"),
                said("https://id.gs1.org/01/06901234567892/10/LOT%2F7/21/44?17=260506", "06901234567892", "LOT/7", "44", ""),
                // ISO/IEC 15434 with the data identifiers of MH10.8.2, VDA and Odette
                said("[)>" + RS + "06" + GS + "PFP-330-C" + GS + "1PFP-330" + GS + "Q36" + GS + "1T260421B" + GS + "S00017" + GS + "V12345" + RS + "\u0004", "FP-330", "260421B", "00017", "36"),
                said("[)>" + RS + "06" + GS + "P8D0615301" + GS + "7Q12.5KGM" + GS + "H4711" + RS + "\u0004", "8D0615301", "4711", "", "12.5", "kgm"),
                said("[)>" + RS + "06" + GS + "1PKB-2071" + GS + "7Q100PCE" + GS + "30T2603-12" + RS + "\u0004", "KB-2071", "2603-12", "", "100"),
                said("P8D0615301" + GS + "Q1200" + GS + "V4711", "8D0615301", "", "", "1200"),
                said("1T260312A", "", "260312A", "", ""),
                said("1PKB-2071", "KB-2071", "", "", ""),
                said("25S1234ABC", "", "", "1234ABC", ""),
                // fields with names
                said("P/N:KB-2071 LOT:260312A QTY:36PCS S/N:000123", "KB-2071", "260312A", "000123", "36"),
                said("Part No.: FP-330\nLot No.: 260421B\nQuantity: 1,200 pcs", "FP-330", "260421B", "", "1200"),
                said("PN=FP-330;LOT=260421B;QTY=5;SN=77", "FP-330", "260421B", "77", "5"),
                said("LOT 260421B MADE IN CHINA", "", "260421B", "", ""),
                said("零件号：KB-2071 批号：260312A 数量：36件 序列号：A001", "KB-2071", "260312A", "A001", "36", "件"),
                said("料號 KB-2071，批號 260312A，數量 36 箱", "KB-2071", "260312A", "", "36", "箱"),
                said("批号260312A 数量36", "", "260312A", "", "36"),
                said("{\"pn\":\"FP-330\",\"lot\":\"260421B\",\"qty\":\"12\"}", "FP-330", "260421B", "", "12"),
                said("https://plm.example/t?pn=FP-330&lot=260421B&sn=9&qty=3", "FP-330", "260421B", "9", "3"),
                said("Material: 8D0 615 301 | Charge: 4711 | Menge: 12,5", "8D0 615 301", "4711", "", "12.5"),
                said("Batch#A12B", "", "A12B", "", ""));
    }

    private static Arguments said(String read, String part, String lot, String serial, String quantity) {
        return said(read, part, lot, serial, quantity, "");
    }

    private static Arguments said(String read, String part, String lot, String serial, String quantity, String unit) {
        return Arguments.of(read, part, lot, serial, quantity, unit);
    }

    @ParameterizedTest
    @MethodSource("labels")
    void a_label_says_part_lot_serial_and_quantity(String read, String part, String lot, String serial, String quantity, String unit) {
        var label = Label.of(read);
        assertThat(new String[] {label.part(), label.lot(), label.serial(), label.quantity() == null ? "" : label.quantity().toPlainString(), label.unit()})
                .as(read).containsExactly(part, lot, serial, quantity, unit);
    }

    @Test
    void what_has_no_name_stays_words() {
        assertThat(Label.of("KB-2071|260312A|36").words()).containsExactly("KB-2071", "260312A", "36");
        assertThat(Label.of("PT-100").prefixed()).isEqualTo(new Label.Prefixed("P", "T-100"));
        assertThat(Label.of("Q120").prefixed()).isEqualTo(new Label.Prefixed("Q", "120"));
        assertThat(Label.of("6901234567892").words()).containsExactly("6901234567892");
        assertThat(Label.of("").words()).isEmpty();
    }

    @Test
    void what_is_broken_long_or_hostile_says_less_and_breaks_nothing() {
        for (String read : new String[] {"]C101123", "]d2", GS + GS, "[)>" + RS + "06" + GS, "(10)", "LOT:", "https://x/%zz/10/%zz", "]C1" + "9".repeat(5_000), "\0", "(99999)x",
            "QTY:99999999999999999999", "01069012345678931", "<script>alert(1)</script>", "PN:" + "x".repeat(200)}) {
            var label = Label.of(read);
            assertThat(label.part().length() + label.lot().length()).as(read).isLessThan(170);
        }
        assertThat(Label.of("QTY:99999999999999999999").quantity()).isNull();
        assertThat(Label.of("PN:" + "x".repeat(200)).part()).isEmpty();
    }
}
