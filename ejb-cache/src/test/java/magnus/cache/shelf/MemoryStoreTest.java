package magnus.cache.shelf;

class MemoryStoreTest extends EntryStoreContract {

  @Override
  protected EntryStore<String> empty() {
    return new MemoryStore<>();
  }
}
