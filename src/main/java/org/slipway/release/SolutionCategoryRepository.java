package org.slipway.release;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.repository.Repository;

interface SolutionCategoryRepository extends Repository<SolutionCategory, String> {

    boolean existsById(String name);

    SolutionCategory save(SolutionCategory category);

    List<SolutionCategory> findAllBy(Sort sort, Limit limit);
}
