package org.huiyin.campaign;

import java.util.List;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.Share;

/**
 * The sample of a round, class by class in the order in which customers are due.
 *
 * @param ineligible customers whose file lacks what the procedure wants, so that they cannot be drawn (001/5.4.1)
 * @param hash of exactly this sample; the approvers sign it
 */
public record SampleView(
        List<Stratum> strata, List<SampleRow> ineligible, List<Sentence> notes, List<SampleChange> changes, String hash) {

    /** A class with its share; size is the number that the procedure asks for. */
    public record Stratum(String code, Share share, int size, List<SampleRow> rows) {

        public int population() {
            return rows.size();
        }

        public int chosen() {
            return (int) rows.stream().filter(SampleRow::chosen).count();
        }
    }

    /** Whether a sample has been proposed. */
    public boolean drawn() {
        return !strata.isEmpty();
    }

    public List<SampleRow> chosen() {
        return strata.stream().flatMap(stratum -> stratum.rows().stream()).filter(SampleRow::chosen).toList();
    }

    /** The chosen customers who have nobody to be asked. */
    public List<SampleRow> withoutContact() {
        return chosen().stream().filter(row -> row.contacts() == 0).toList();
    }

    /** Complainers whom the round does not ask, for the eyes of the approver (003/4.2.1). */
    public List<SampleRow> complainersNotAsked() {
        return strata.stream().flatMap(stratum -> stratum.rows().stream())
                .filter(row -> !row.chosen() && row.recentComplaints() > 0).toList();
    }

    /** Customers whom nobody has classified yet. */
    public List<SampleRow> unclassified() {
        return strata.stream().flatMap(stratum -> stratum.rows().stream()).filter(row -> !row.grade().isClassified()).toList();
    }
}
