/** A repository's full name, which on a narrow screen breaks after its owner rather than within a word. */
export const RepositoryName = ({ fullName }: { readonly fullName: string }) => {
  const [owner, ...rest] = fullName.split('/');
  return rest.length === 0 ? (
    owner
  ) : (
    <>
      {owner}/<wbr />
      {rest.join('/')}
    </>
  );
};
