package org.slipway.release;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * Who has to do with a release.
 *
 * @param requester     the only one who authorises and closes it
 * @param registrar     who wrote it down
 * @param owner         who last edited or captured it
 * @param responsible   who captured its work last
 * @param levelOneGroup the executor group at registration
 */
@Embeddable
public record Parties(
        String requester,
        String registrar,
        @Column(name = "owner") String owner,
        @Nullable String responsible,
        @Column(name = "executor_group") String executorGroup,
        @Column(name = "level_one_group") String levelOneGroup,
        @Column(name = "approver_group") String approverGroup) {

    Parties capturedBy(String person) {
        return new Parties(requester, registrar, person, person, executorGroup, levelOneGroup, approverGroup);
    }

    Parties editedBy(String person, String newExecutorGroup, String newApproverGroup) {
        return new Parties(
                requester, registrar, person, responsible, newExecutorGroup, levelOneGroup, newApproverGroup);
    }
}
