package org.huiyin.demo;

import java.time.LocalDate;
import java.util.Objects;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.improvement.eightd.EightDId;
import org.jspecify.annotations.Nullable;

/** One complaint of the demo company, as its table has it, and what it became. */
final class DemoCase {

    private final String[] fields;
    private final LocalDate begun;
    private @Nullable ComplaintId complaint;
    private @Nullable EightDId eightD;

    DemoCase(String line, LocalDate begun) {
        this.fields = line.split("\\|", -1);
        this.begun = begun;
    }

    String key() {
        return fields[0];
    }

    /** The working day on which it came. */
    LocalDate begun() {
        return begun;
    }

    String time() {
        return fields[2];
    }

    String customer() {
        return fields[3];
    }

    String kind() {
        return fields[4];
    }

    String way() {
        return fields[5];
    }

    String part() {
        return fields[6];
    }

    /** How many months before the complaint its lot was shipped. */
    int lotAge() {
        return Integer.parseInt(fields[7]);
    }

    String quantity() {
        return fields[8];
    }

    String defect() {
        return fields[9];
    }

    String found() {
        return fields[10];
    }

    /** How grave it was, or where its sample was. */
    boolean is(String flag) {
        return java.util.List.of(fields[11].split(" ")).contains(flag);
    }

    /** In how many days the customer wanted to hear; nothing where he named no date. */
    @Nullable Integer wish() {
        return given("wish").map(Integer::valueOf).orElse(null);
    }

    /** What stands behind a flag, such as the number of the vehicle. */
    java.util.Optional<String> given(String flag) {
        return java.util.Arrays.stream(fields[11].split(" ")).filter(f -> f.startsWith(flag + ":")).map(f -> f.substring(flag.length() + 1)).findFirst();
    }

    java.util.List<DemoStep> steps() {
        return fields[12].isBlank() ? java.util.List.of() : java.util.Arrays.stream(fields[12].split(" ")).map(DemoStep::of).toList();
    }

    ComplaintId complaint() {
        return Objects.requireNonNull(complaint, key());
    }

    void became(ComplaintId id) {
        complaint = id;
    }

    boolean inEightD() {
        return eightD != null;
    }

    EightDId eightD() {
        return Objects.requireNonNull(eightD, key());
    }

    void answeredBy(EightDId id) {
        eightD = id;
    }
}
