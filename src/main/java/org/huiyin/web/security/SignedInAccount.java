package org.huiyin.web.security;

import java.io.Serial;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The account of a session; companies, roles and rights are read anew with each request. */
public final class SignedInAccount implements UserDetails, CredentialsContainer {

    @Serial
    private static final long serialVersionUID = 1L;

    private final UUID id;
    private final String login;
    private final boolean locked;
    private final boolean disabled;
    private final boolean mustChange;
    private String hash;

    public SignedInAccount(UUID id, String login, String hash, boolean locked, boolean disabled, boolean mustChange) {
        this.id = id;
        this.login = login;
        this.hash = hash;
        this.locked = locked;
        this.disabled = disabled;
        this.mustChange = mustChange;
    }

    public UUID id() {
        return id;
    }

    /** Whether the first password has still to be replaced. */
    public boolean mustChange() {
        return mustChange;
    }

    @Override
    public String getUsername() {
        return login;
    }

    @Override
    public String getPassword() {
        return hash;
    }

    @Override
    public boolean isAccountNonLocked() {
        return !locked;
    }

    @Override
    public boolean isEnabled() {
        return !disabled;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public void eraseCredentials() {
        hash = "";
    }
}
