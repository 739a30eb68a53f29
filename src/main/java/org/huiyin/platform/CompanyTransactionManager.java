package org.huiyin.platform;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Binds the company of the scope to each transaction, so that row-level security shows its rows and no others. */
@SuppressWarnings("serial")
final class CompanyTransactionManager extends JdbcTransactionManager {

    CompanyTransactionManager(DataSource dataSource) {
        super(dataSource);
        setEnforceReadOnly(false);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        var company = CompanyScope.current();
        if (company.isEmpty()) {
            return;
        }
        try {
            bind(connection(), company.get().value().toString());
        } catch (SQLException | RuntimeException failure) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("the company could not be bound", failure);
        }
    }

    private Connection connection() {
        var holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(obtainDataSource());
        if (holder == null) {
            throw new IllegalStateException("a begun transaction has no connection");
        }
        return holder.getConnection();
    }

    private static void bind(Connection connection, String company) throws SQLException {
        try (var statement = connection.prepareStatement("select set_config('huiyin.company', ?, true)")) {
            statement.setString(1, company);
            statement.execute();
        }
    }
}
