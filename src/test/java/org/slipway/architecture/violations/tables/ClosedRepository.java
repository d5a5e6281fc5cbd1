package org.slipway.architecture.violations.tables;

import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

@NoRepositoryBean
interface ClosedRepository extends Repository<Boat, String> {}
