/** As it is stored and looked up: nobody is refused for a capital letter. */
export const normalEmail = (email: string): string => email.trim().toLowerCase();
