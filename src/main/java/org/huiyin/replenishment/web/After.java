package org.huiyin.replenishment.web;

import java.util.List;
import org.huiyin.replenishment.AddedUp;
import org.huiyin.replenishment.NewItem;

/**
 * What an order would lead to, beside the form: its sum, what is added to it, and who would approve.
 *
 * @param route the steps, each with its roles
 */
public record After(List<NewItem> items, AddedUp sum, List<List<Role>> route) {

    /**
     * A role that would approve, and who could do it.
     *
     * @param holders the names of those who hold it, without the proposer
     */
    public record Role(String name, List<String> holders) {}
}
