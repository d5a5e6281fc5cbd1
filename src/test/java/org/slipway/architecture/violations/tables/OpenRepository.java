package org.slipway.architecture.violations.tables;

import org.slipway.architecture.violations.Violates;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

@NoRepositoryBean
@Violates("REPOSITORIES_ARE_PACKAGE_PRIVATE")
public interface OpenRepository extends Repository<Boat, String> {}
