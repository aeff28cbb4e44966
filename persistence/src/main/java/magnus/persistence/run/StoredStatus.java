package magnus.persistence.run;

/** Where a run stands; all but the first are final. */
public enum StoredStatus {
  RUNNING,
  COMPLETE,
  FAILED,
  CANCELLED
}
