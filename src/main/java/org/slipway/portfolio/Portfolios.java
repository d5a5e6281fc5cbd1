package org.slipway.portfolio;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The registry of portfolios. Everybody may read it; writing needs {@link Operation#MANAGE_REGISTRIES}. */
@Service
@Transactional
public class Portfolios {

    private final PortfolioRepository portfolios;
    private final PortfolioImageRepository images;
    private final ReleaseModelRepository models;
    private final Rights rights;

    Portfolios(
            PortfolioRepository portfolios,
            PortfolioImageRepository images,
            ReleaseModelRepository models,
            Rights rights) {
        this.portfolios = portfolios;
        this.images = images;
        this.models = models;
        this.rights = rights;
    }

    /** Portfolios by key, from the first one after a key; of both statuses where none is given. */
    @Transactional(readOnly = true)
    public Slice<Portfolio> list(Portfolio.@Nullable Status status, @Nullable String after, int limit) {
        List<Portfolio> found = portfolios.findByStatusInAndKeyGreaterThanOrderByKey(
                status == null ? EnumSet.allOf(Portfolio.Status.class) : EnumSet.of(status),
                after == null ? "" : after,
                Limit.of(limit + 1));
        return Slice.of(found, limit, Portfolio::key);
    }

    /** Active portfolios with a model that can be chosen, by key, from the first one after a key. */
    @Transactional(readOnly = true)
    public Slice<Portfolio> offered(String after, int limit) {
        List<Portfolio> found =
                portfolios.having(Portfolio.Status.ACTIVE, ReleaseModel.Status.ACTIVE, after, Limit.of(limit + 1));
        return Slice.of(found, limit, Portfolio::key);
    }

    /** Refuses with {@code portfolio-unknown} a key that no portfolio has. */
    @Transactional(readOnly = true)
    public Portfolio get(String key) {
        return portfolios.findById(key).orElseThrow(() -> new Unknown("portfolio-unknown", null, key));
    }

    /** Which of these portfolios have a picture. */
    @Transactional(readOnly = true)
    public Set<String> withImage(List<Portfolio> of) {
        return of.isEmpty()
                ? Set.of()
                : new HashSet<>(images.having(of.stream().map(Portfolio::key).toList()));
    }

    @Transactional(readOnly = true)
    public Optional<PortfolioImage> image(String key) {
        return images.findById(get(key).key());
    }

    /** Refuses with {@code portfolio-exists} a key or a name that another one has. */
    public Portfolio add(String key, String name, @Nullable String description) {
        rights.require(Operation.MANAGE_REGISTRIES);
        if (portfolios.existsById(key)) {
            throw exists("key", key);
        }
        return save(new Portfolio(key, name, description));
    }

    /**
     * Refuses with {@code portfolio-exists} a name that another one has, and with {@code portfolio-in-use} to retire one
     * with a model that can be chosen.
     *
     * @param seen the revision that the caller has seen, or none; {@code concurrent-change} when it is another by now
     */
    public Portfolio change(
            String key, String name, @Nullable String description, Portfolio.Status status, @Nullable String seen) {
        rights.require(Operation.MANAGE_REGISTRIES);
        Portfolio portfolio = get(key);
        EntityTag.require(portfolio.revision(), seen);
        if (status == Portfolio.Status.RETIRED && models.existsByPortfolioAndStatus(key, ReleaseModel.Status.ACTIVE)) {
            throw new WrongState("portfolio-in-use", "status", portfolio.name());
        }
        portfolio.become(name, description, status);
        return save(portfolio);
    }

    /** Keeps a picture in the place of the one there was; {@code image-too-large}, {@code image-kind}. */
    public void show(String key, byte[] picture) {
        rights.require(Operation.MANAGE_REGISTRIES);
        images.save(new PortfolioImage(get(key).key(), picture));
    }

    public void showNone(String key) {
        rights.require(Operation.MANAGE_REGISTRIES);
        image(key).ifPresent(images::delete);
    }

    /** Refuses with {@code portfolio-retired} what needs one that can be chosen from. */
    void requireActive(String key) {
        if (!get(key).isActive()) {
            throw new BusinessRuleViolated("portfolio-retired", "status", key);
        }
    }

    private Portfolio save(Portfolio portfolio) {
        try {
            return portfolios.saveAndFlush(portfolio);
        } catch (DataIntegrityViolationException twice) {
            throw exists("name", portfolio.name());
        }
    }

    private static WrongState exists(String field, String value) {
        return new WrongState("portfolio-exists", field, value);
    }
}
