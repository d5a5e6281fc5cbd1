package minimal;

import minimal.Minimal.Note;
import org.springframework.data.jpa.repository.JpaRepository;

/** The notes. */
interface Notes extends JpaRepository<Note, Long> {}
