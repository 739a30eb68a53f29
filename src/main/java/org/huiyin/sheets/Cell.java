package org.huiyin.sheets;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/** What stands in a cell, with the type that the file gives it; a formula stands for its last computed value. */
public sealed interface Cell {

    Cell BLANK = new Blank();

    /** The cell as a person would read it. */
    String shown();

    default boolean blank() {
        return shown().isBlank();
    }

    record Blank() implements Cell {
        @Override
        public String shown() {
            return "";
        }
    }

    record Text(String text) implements Cell {
        @Override
        public String shown() {
            return text;
        }
    }

    /** A number; {@code percent} when the cell's format shows it as one, {@code from1904} for the date system of the file. */
    record Number(BigDecimal value, boolean percent, boolean from1904) implements Cell {

        public Number(BigDecimal value) {
            this(value, false, false);
        }

        @Override
        public String shown() {
            return value.stripTrailingZeros().toPlainString();
        }
    }

    /** A date serial that the cell's format shows as a date. */
    record Day(LocalDateTime value) implements Cell {
        @Override
        public String shown() {
            return value.toLocalDate().toString();
        }
    }

    record Truth(boolean value) implements Cell {
        @Override
        public String shown() {
            return value ? "TRUE" : "FALSE";
        }
    }

    /** An error such as #DIV/0!, or a formula without a computed value. */
    record Fault(String code) implements Cell {
        @Override
        public String shown() {
            return code;
        }
    }
}
