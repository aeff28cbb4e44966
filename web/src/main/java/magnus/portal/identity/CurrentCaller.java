package magnus.portal.identity;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import magnus.basics.problem.Refusal;
import magnus.identity.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Who asks in this request. Lives as long as the request's thread works on it: whoever goes on
 * elsewhere (a stream, a managed thread) takes {@link #caller()} along.
 */
@RequestScoped
public class CurrentCaller {

  private @Nullable Caller caller;

  /**
   * The signed-in caller.
   *
   * @throws Refusal 401 when nobody is signed in
   */
  public Caller caller() {
    if (caller == null) {
      throw Refusal.of(
          Refusal.Kind.UNAUTHENTICATED,
          "not-signed-in",
          "Sign in, or send a token in the header 'Authorization: Bearer'.");
    }
    return caller;
  }

  /** The caller, if somebody is signed in; for {@link Open} resources. */
  public Optional<Caller> find() {
    return Optional.ofNullable(caller);
  }

  void become(Caller known) {
    this.caller = known;
  }
}
